// Packed values come back as they went, fit Slack's limits, and what is not ours is refused.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as homeIds from "../../../src/adapters/slack/ids/home-state.ts";
import * as ids from "../../../src/adapters/slack/ids.ts";
import { Refusal } from "../../../src/errors.ts";

const VALUE_LIMIT = 2000;
const METADATA_LIMIT = 3000;
const OPTION_VALUE_LIMIT = 150;

const id = fc.integer({ min: 1, max: 2 ** 31 - 1 });

function roundTrips<T>(
  name: string,
  codec: { encode: (value: T) => string; decode: (text: string) => T },
  values: fc.Arbitrary<T>,
  limit = VALUE_LIMIT,
): void {
  it(`${name} comes back and fits`, () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = codec.encode(value);
        expect(text.length).toBeLessThanOrEqual(limit);
        expect(codec.decode(text)).toEqual(value);
      }),
      { numRuns: 50 },
    );
  });
  it(`${name} refuses what is not its own`, () => {
    for (const foreign of ["", "21", "{}", '{"taskId":"1"}', '{"proposalId":-1}', "<!channel>"]) {
      expect(() => codec.decode(foreign), foreign).toThrow(Refusal);
    }
  });
}

describe("packed values", () => {
  roundTrips("report", { encode: ids.encodeReport, decode: ids.decodeReport }, fc.record({ taskId: id }));
  roundTrips("digest_all", { encode: ids.encodeDigestAll, decode: ids.decodeDigestAll }, fc.record({ digestId: id }));
  roundTrips(
    "home",
    { encode: homeIds.encodeHome, decode: homeIds.decodeHome },
    fc.record({
      view: fc.constantFrom("office" as const, "own" as const),
      starts: fc.dictionary(fc.constantFrom(...homeIds.HOME_LISTS), fc.integer({ min: 0, max: 1_000_000 })),
    }),
  );
  roundTrips(
    "status_page",
    { encode: ids.encodeStatusPage, decode: ids.decodeStatusPage },
    fc.record({ date: fc.constantFrom("2026-12-02", "2028-02-29"), page: id }),
  );
  roundTrips(
    "proposal",
    { encode: ids.encodeProposal, decode: ids.decodeProposal },
    fc.record({ proposalId: id, taskId: fc.option(id) }),
    OPTION_VALUE_LIMIT,
  );
  roundTrips(
    "settle",
    { encode: ids.encodeSettle, decode: ids.decodeSettle },
    fc.record({
      proposalId: id,
      taskId: id,
      status: fc.constantFrom("on_track" as const, "done" as const, "at_risk" as const),
    }),
  );
  roundTrips(
    "approve_agenda",
    { encode: ids.encodeAgenda, decode: ids.decodeAgenda },
    fc.record({ meetingId: id, fingerprint: fc.stringMatching(/^[0-9a-f]{64}$/) }),
  );
  roundTrips("import", { encode: ids.encodeImport, decode: ids.decodeImport }, fc.record({ importId: id }));
  roundTrips(
    "apply_import",
    { encode: ids.encodeApply, decode: ids.decodeApply },
    fc.record({ importId: id, acceptRest: fc.boolean() }),
  );
  roundTrips(
    "guess",
    { encode: ids.encodeGuess, decode: ids.decodeGuess },
    fc.record({ importId: id, key: fc.string({ minLength: 1, maxLength: 250 }) }),
  );
  roundTrips(
    "show_task",
    { encode: ids.encodeShowTask, decode: ids.decodeShowTask },
    fc.record({ ref: fc.string({ minLength: 1, maxLength: 200 }) }),
  );
  roundTrips("helpful", { encode: ids.encodeHelpful, decode: ids.decodeHelpful }, fc.record({ questionId: id }));
  roundTrips<ids.UpdateModalMetadata>(
    "update modal",
    { encode: ids.encodeUpdateModal, decode: ids.decodeUpdateModal },
    fc.record({
      proposalId: fc.option(id),
      receipt: fc.option(
        fc.record({
          how: fc.constantFrom("replace" as const, "ephemeral" as const),
          url: fc.webUrl({ size: "small" }),
        }),
      ),
    }),
    METADATA_LIMIT,
  );

  it("action ids are told apart and short enough", () => {
    const all = [
      ...Object.values(ids.ACTION),
      ...Object.values(ids.VIEW),
      ...Object.values(ids.FIELD),
      ...Object.values(ids.REVIEW_FIELD),
    ];
    expect(new Set(all).size).toBe(all.length);
    for (const one of all) expect(one.length).toBeLessThanOrEqual(255);
  });
});

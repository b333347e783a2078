// The port to updates with their requests, and to the proposals that wait for a click.
import type { IsoDate } from "../../domain/calendar.ts";
import type { JointReply, Status, StatusReading, StatusUpdate } from "../../domain/status/status.ts";
import type { Actor, StoredProposal } from "../ports.ts";

export interface NewUpdate {
  readonly taskId: number;
  readonly unitId: number;
  readonly author: Actor;
  readonly status: Status;
  readonly percent: number | null;
  readonly quantities: StatusReading["quantities"];
  readonly needsCoordination: boolean;
  readonly text: string;
  readonly permalink: string | null;
  readonly reportedOn: IsoDate;
  /** Recorded once per key, however often it arrives. */
  readonly sourceKey: string;
  readonly proposalId: number | null;
  /** What it is signed over, where it is a joint reply. */
  readonly joint?: JointReply;
  /** Requests that come with the update. */
  readonly requests: readonly { kind: "extension" | "closure"; reason: string; proposedDate: IsoDate | null }[];
}

export interface StatusStore {
  /** Stores the update and its requests in one transaction. `null` when `sourceKey` was recorded already. */
  append(update: NewUpdate): Promise<StatusUpdate | null>;
  /** The newest joint reply of a task; null = none. */
  newestSigned(taskId: number): Promise<StatusUpdate | null>;
  /** The newest joint reply of each open task that has one. */
  signed(): Promise<readonly StatusUpdate[]>;
  saveProposal(input: {
    sourceKey: string;
    author: Actor;
    taskId: number | null;
    reading: StatusReading;
    text: string;
    permalink: string | null;
    proposedOn: IsoDate;
  }): Promise<StoredProposal>;
  findProposal(id: number): Promise<StoredProposal | null>;
  /**
   * What was read from a message (`sourceKey`, with those counted behind it) counts no more where nobody has confirmed it yet;
   * its row stays. Returns how many were withdrawn, and how many stay because they are recorded.
   */
  withdrawProposals(input: {
    sourceKey: string;
    author: Actor;
    now: Date;
  }): Promise<{ withdrawn: number; recorded: number }>;
}

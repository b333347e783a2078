// The home page as use cases give it: what the office looks after, what a contact has to do.
import type { IsoDate } from "../../domain/calendar.ts";
import type { ContactHome } from "../../domain/home/contact-home.ts";
import type { Reason } from "../../domain/reason.ts";
import type { Actor } from "../ports.ts";
import type { PendingClaim } from "../reminders/responses/response-use-cases.ts";
import type { RequestView } from "../status/requests/request-use-cases.ts";
import type { MeetingOverview } from "../use-cases.ts";
import type { CountedGroup, FailedDigest, LightCounts, OwingUnit, Page } from "./home-store.ts";

/** The lists of the office's page that are read page by page. */
export type OfficeList = "requests" | "red" | "failed" | "uncontacted" | "owing" | "sections" | "units";

/** From which row each list is shown; left out = from the first. */
type ListStarts = Readonly<Partial<Record<OfficeList, number>>>;

export interface RedTask {
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
  /** Why its light is red. */
  readonly reason: Reason;
}

export interface OfficeHome {
  readonly lights: LightCounts;
  readonly red: Page<RedTask>;
  readonly sections: Page<CountedGroup>;
  readonly units: Page<CountedGroup>;
  readonly owing: Page<OwingUnit>;
  readonly requests: Page<RequestView>;
  /** All that wait. */
  readonly pending: number;
  readonly claims: readonly PendingClaim[];
  /** Of the last week. */
  readonly failed: Page<FailedDigest>;
  readonly uncontacted: Page<string>;
}

export interface HomePage {
  readonly today: IsoDate;
  /** For a secretary who looks at the office's page. */
  readonly office: OfficeHome | null;
  /** For who speaks for a unit; where `office` is there, only whether there is one, to switch to. */
  readonly own: ContactHome | null;
  /** The person may look at the office's page, and at one of their own. */
  readonly both: boolean;
  readonly nextMeeting: MeetingOverview | null;
  /** Who approves the agenda. */
  readonly chair: boolean;
}

export interface HomeUseCases {
  /**
   * What the person sees first. `view`: which page somebody with both looks at. `starts`: of the office's lists, of which
   * `most` rows are shown, and `mostRequests` of the requests and of the tasks with a red light.
   */
  viewHome(input: {
    by: Actor;
    view: "office" | "own";
    starts: ListStarts;
    most: number;
    mostRequests: number;
  }): Promise<HomePage>;
  /** Computes the lights that are not of today, so that the first look of a day need not. Returns how many were. */
  refreshLights(): Promise<number>;
}

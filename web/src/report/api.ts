/** What the report page asks of the server. */
import type { RefusalCode, Report } from "../wire/generated";

/** A report, or why there is none. */
export type ReportAnswer =
  | { readonly report: Report; readonly problem: null }
  | { readonly report: null; readonly problem: RefusalCode | "OFFLINE" };

/** Fetches a room's report; names come only when they are asked for. */
export async function askReport(room: string, withNames: boolean): Promise<ReportAnswer> {
  try {
    const answer = await fetch(`/api/rooms/${encodeURIComponent(room)}/report${withNames ? "?names=true" : ""}`);
    if (answer.ok) return { report: (await answer.json()) as Report, problem: null };
    const refused = (await answer.json()) as { code: RefusalCode };
    return { report: null, problem: refused.code };
  } catch {
    return { report: null, problem: "OFFLINE" };
  }
}

/** What a campaign sent on one day of its own zone, from Instantly's daily analytics. */
export interface CampaignDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Null is a day that Instantly did not speak of: a gap in the line, not a zero. */
  readonly sent: number | null;
}

/** Days as uPlot takes them: seconds since 1970, mails sent, and the limit as a level line. */
export type ChartData = [number[], (number | null)[], (number | null)[]];

/** Makes the two lines of the chart; a limit that is not known has none. */
export const chartDataOf = (
  days: readonly CampaignDay[],
  limitPerDay: number | null,
): ChartData => {
  const inOrder = days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return [
    inOrder.map(({ date }) => Date.parse(date) / 1_000),
    inOrder.map(({ sent }) => sent),
    inOrder.map(() => limitPerDay),
  ];
};

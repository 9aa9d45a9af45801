/** Counts crashes within a moving window of time. */
export class CrashCounter {
  private times: number[] = [];

  constructor(
    private readonly limit = 5,
    private readonly windowMilliseconds = 3 * 60 * 1000,
  ) {}

  /** Notes a crash at `now` (milliseconds) and says whether there were `limit` of them within the window. */
  isTooMany(now: number): boolean {
    this.times = [...this.times.filter((time) => now - time < this.windowMilliseconds), now];
    return this.times.length >= this.limit;
  }
}

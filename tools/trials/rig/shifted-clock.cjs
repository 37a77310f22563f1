/** Loaded before an app of a trial: its clock is `CLOCK_OFFSET_MS` off. */
const offset = Number(process.env.CLOCK_OFFSET_MS)
const RealDate = Date

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + offset)
    else super(...given)
  }

  static now() {
    return RealDate.now() + offset
  }
}

/** What a step found: nothing, or faults with the way to mend them. */
export interface Finding {
  /** One line when all is well: what was looked at. */
  verdict: string
  faults: string[]
  /** What to do about the faults. */
  mend: string
}

/** One thing that `npm run check` looks at. */
export interface Step {
  name: string
  run: () => Finding | Promise<Finding>
}

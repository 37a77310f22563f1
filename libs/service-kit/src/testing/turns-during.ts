/** How often others had their turn until a work was done. */
export async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let [turns, done] = [0, false]
  const count = () => {
    if (done) return
    turns += 1
    setImmediate(count)
  }
  setImmediate(count)
  await work()
  done = true
  return turns
}

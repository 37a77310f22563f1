import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { Problem } from '@sizhang/engines'

/** Asks before something is lost for good. `yes` answers beforehand; without a terminal there is nobody to ask. */
export async function confirmed(warning: string, yes: boolean): Promise<boolean> {
  if (yes) return true
  if (!stdin.isTTY) throw new Problem(`${warning} 请加 --yes 确认。`, 'Nobody can be asked here: confirm with --yes.')
  const prompt = createInterface({ input: stdin, output: stdout })
  const answer = await prompt.question(`${warning}\n输入 yes 继续 / type yes to go on: `)
  prompt.close()
  return answer.trim().toLowerCase() === 'yes'
}

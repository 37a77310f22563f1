/**
 * Lints texts as if they stood at other places of the repository; for boundaries.spec.ts.
 * Reads `[{ text, as }]` from the standard input and prints, for each, the names of the rules that fired.
 * The rules that need types are left out: they would need the file to be there.
 */
import { readFileSync } from 'node:fs'
import { ESLint } from 'eslint'
import config from '../../eslint.config.mjs'

const cases = JSON.parse(readFileSync(0, 'utf8'))
const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: config.filter(({ name }) => name !== 'needs types') })

const fired = []
for (const { text, as } of cases) {
  const [result] = await eslint.lintText(text, { filePath: as })
  const rules = (await eslint.calculateConfigForFile(as)).rules
  const soft = Object.entries(rules).filter(([, [level]]) => level !== 2)
  fired.push({ rules: result.messages.map(({ ruleId, message }) => ruleId ?? message), soft: soft.map(([name]) => name) })
}
console.log(JSON.stringify(fired))

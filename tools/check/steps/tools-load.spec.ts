import { missingOf } from './tools-load'

test('what a package gives is found, whatever else the text does', async () => {
  const text = `import { Kafka } from "kafkajs";\nimport esbuild, { build } from "esbuild";\nimport "node:fs";\nthrow new Error("this is not run");\n`
  expect(await missingOf('some', text)).toEqual([])
})

test('what a package gives to CommonJS alone is named with the tool', async () => {
  const [fault] = await missingOf('some', `import { ConfigResourceTypes } from "kafkajs";\n`)
  expect(fault).toMatch(/^tools\/some does not start: SyntaxError.*ConfigResourceTypes/)
})

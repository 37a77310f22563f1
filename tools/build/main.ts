import { buildApp } from './build-app'

const app = process.argv[2]
if (!app) {
  console.error('用法 usage: node tools/run.mjs build <app>')
  process.exit(1)
}
void buildApp(app).then(
  () => process.exit(0),
  () => process.exit(1),
)

import { readFileSync } from 'node:fs'
import { type App, services } from '@sizhang/engines'
import ts from 'typescript'

/** The names of an app's settings, and whether the app starts without. */
export type Settings = ReadonlyMap<string, 'required' | 'optional'>

const KIT = 'libs/service-kit/src/settings'

/** The settings that an app knows, as its `config.ts` declares them; a service's with those of every service. */
export function settingsOf(app: App): Settings {
  const ofServices = services.some((service) => service === app) ? [`${KIT}/settings.ts`] : []
  const files = [`${KIT}/kafka-settings.ts`, ...ofServices, `apps/${app}/src/config.ts`]
  return new Map(files.flatMap((file) => [...settingsIn(readFileSync(file, 'utf8'))]))
}

/** The settings that a source declares: what is written in capitals in an object, and required where it has neither default nor leave to be away. */
export function settingsIn(source: string): Settings {
  const settings = new Map<string, 'required' | 'optional'>()
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && /^[A-Z][A-Z_]+$/.test(node.name.getText())) {
      settings.set(node.name.getText(), /\.(default|optional)\(/.test(node.initializer.getText()) ? 'optional' : 'required')
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('config.ts', source, ts.ScriptTarget.Latest, true))
  return settings
}

import { print } from 'graphql'
import { declaredRights } from '@sizhang/service-kit'
import { gives, roles, SIGNED_IN, verbs, type Right, type Verb } from '@sizhang/service-kit/rights'
import type { Generated } from './files'
import { subgraphs } from './graph/subgraphs'
import { table } from './table'

const KINDS = { EVERYWHERE: '全市 everywhere', AREA: '区划 area and below', UNIT: '组织 one unit' } as const

/** Who may ask what: the roles with their verbs, and each root field of the graph with the right that it declares. Throws with fields that declare none. */
export function rightsPage(): Promise<Generated[]> {
  const declared = subgraphs().flatMap(({ app, typeDefs }) => [...declaredRights(print(typeDefs))].map((entry) => [app, ...entry] as const))
  const text = [
    '<!-- Written by `node tools/run.mjs generate` from libs/service-kit/src/rights and the `.graphql` files: change those, not this file. -->',
    '# 权限 · Rights',
    '权限由角色给出，授权写明辖区和起止日期：一项授权 = 角色 + 辖区 + 从哪天到哪天（不含）。每次查询和办理都按当天的授权核对；辖区以外的记录等于不存在。',
    'A role gives verbs. A grant gives a role a jurisdiction, from a day to a day (not included), Asia/Shanghai. Every question and command is ' +
      'checked against the grants of that day; a record beyond the jurisdiction is as if it were not there: null, absent from lists and counts, ' +
      '`NOT_FOUND` for a command. A record that may be seen and not changed is `FORBIDDEN`. See [ADR 22](adr/0022-rights.md).',
    '## 角色 Roles',
    table(
      ['代码 Code', '角色', 'Role', '辖区 Jurisdictions'],
      roles.map(({ code, name, jurisdictions }) => [`\`${code}\``, name.zh, name.en, jurisdictions.map((kind) => KINDS[kind]).join('；')]),
    ),
    '## 各角色的权限 What each role gives',
    table(
      ['权限 Verb', '', '', ...roles.map(({ name }) => name.zh)],
      Object.entries(verbs).map(([verb, { zh, en }]) => [
        `\`${verb}\``,
        zh,
        en,
        ...roles.map(({ code }) => (gives(code, verb as Verb) ? '●' : '')),
      ]),
    ),
    '## 查询与办理 Fields of the graph',
    `\`${SIGNED_IN}\`：登录即可 everybody who is signed in: his own account, and the catalogues of words.`,
    table(
      ['字段 Field', '服务 Service', '所需权限 Right', '角色 Roles'],
      declared.map(([app, field, right]) => [`\`${field}\``, app, `\`${right}\``, rolesWith(right)]),
    ),
  ].join('\n\n')
  return Promise.resolve([{ file: 'docs/rights.md', text: `${text}\n` }])
}

function rolesWith(right: Right): string {
  if (right === SIGNED_IN) return '全部 all'
  const [having, lacking] = [true, false].map((has) => roles.filter(({ code }) => gives(code, right) === has).map(({ name }) => name.zh))
  if (!having || !lacking || lacking.length === 0) return '全部 all'
  return lacking.length < having.length ? `除 all but：${lacking.join('、')}` : having.join('、')
}

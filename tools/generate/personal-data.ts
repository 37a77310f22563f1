import { print } from 'graphql'
import { dataClasses, declaredData } from '@sizhang/service-kit'
import { currentText, purposeCodes, purposes, termCodes, terms } from '@sizhang/service-kit/personal-data'
import type { Generated } from './files'
import { subgraphs } from './graph/subgraphs'
import { table } from './table'

/** What the graph takes and tells of persons: each value with its class, its mask, where and how long it is kept. Throws with values that declare no class. */
export function personalDataPage(): Promise<Generated[]> {
  const declared = subgraphs().flatMap(({ app, typeDefs }) => declaredData(print(typeDefs)).map((value) => ({ app, ...value })))
  const text = [
    '<!-- Written by `node tools/run.mjs generate` from libs/service-kit/src/personal-data and the `.graphql` files: change those, not this file. -->',
    '# 个人信息 · Personal data',
    '个人信息只保存在成员服务的数据库里（电话、身份证号、扫描件加密保存）；其他服务、事实流和日志里只有不透明的编号、代码和日期。删除见 [ADR 25](adr/0025-personal-data.md)，恢复备份见[运维手册](operators.md)。',
    'Personal data is kept in the database of membership alone, phones, identity numbers and scanned papers encrypted; other services, facts and logs hold opaque ids, codes ' +
      'and days. What people write in free text (the title of an activity, the name of a firm) is not searched for persons: write no names there. ' +
      'See [ADR 25](adr/0025-personal-data.md) for erasing, [operators](operators.md) for restoring a backup, [rights](rights.md) for who may look.',
    '扫描件里写有谁的姓名、签字、证件号码，系统不去识别：只有经办人注明了的人，才会在“我的信息”里看到，才会在删除时列出。删除个人信息不会改动扫描件，由经办人逐个撤回，或换成涂去姓名的；' +
      '撤回的文件、标题和文件名彻底删除。只有办理筹建、条件的人能下载，每次下载记入审计；本人的“查看记录”里不列下载。见 [ADR 40](adr/0040-papers.md)。',
    'Nobody looks into a scanned paper for the names, signatures and numbers in it: it is found for those persons alone whom somebody marked, under “my data” and ' +
      'when the person is erased. An erasure leaves papers as they are; whoever deals with them takes each back, or replaces it by one without the name, and then file, ' +
      'title and file name are gone for good. They are downloaded by those alone who deal with the founding or condition, each time on record in the audit, which is ' +
      'not among the looks that the person reads. See [ADR 40](adr/0040-papers.md).',
    '## 分类 Classes',
    table(
      ['分类 Class', '', '', '谁看得到 Shown', '保存多久 Kept'],
      Object.entries(dataClasses).map(([code, { name, shown, kept }]) => [
        `\`${code}\``,
        name.zh,
        name.en,
        `${shown.zh} ${shown.en}`,
        `${kept.zh} ${kept.en}`,
      ]),
    ),
    '## 处理目的 Purposes',
    '依据取自 PIPL 第 13 条；以同意为依据的，本人可随时撤回，立即生效。安装可在 `PERSONAL_DATA_FILE` 的 `bases` 中另定依据。已出示过的文本不再修改，新文本取新版本。 ' +
      'The bases are those of PIPL Art.13; a consent can be withdrawn at any time, with effect at once. An installation may name others under `bases` in ' +
      '`PERSONAL_DATA_FILE`. A text that was shown is never edited: another one gets the next version.',
    table(
      ['目的 Purpose', '', '', '依据 Basis', '文本 Text'],
      purposeCodes.map((code) => {
        const { version, zh, en } = currentText(code)
        return [`\`${code}\``, purposes[code].name.zh, purposes[code].name.en, `\`${purposes[code].basis}\``, `${version}：${zh} ${en}`]
      }),
    ),
    '## 保存期限 Terms of keeping',
    '每晚由一个实例处理，`npm run ops -- retention` 只看不改。安装可在 `PERSONAL_DATA_FILE` 的 `months` 中于上下限内另定月数。登录会话、验证步骤和尝试次数由数据库到期自动删除，至多 90 天。审计不删除（不少于六个月，网络安全法第 21 条）。 ' +
      'One instance does the work each night; `npm run ops -- retention` changes nothing. An installation may name other months under `months` in ' +
      '`PERSONAL_DATA_FILE`, within the bounds. Sessions, challenges and attempts to sign in are deleted by the database itself, after 90 days at most. ' +
      'The audit is never deleted (six months at least, Cybersecurity Law Art.21).',
    table(
      ['内容 What', '', '', '起算 After', '月 Months', '下限 Least', '上限 Most', '到期处理 What is done'],
      termCodes.map((code) => {
        const { name, after, does, months, least, most } = terms[code]
        return [
          `\`${code}\``,
          name.zh,
          name.en,
          `${after.zh} ${after.en}`,
          String(months),
          String(least),
          String(most),
          `${does.zh} ${does.en}`,
        ]
      }),
    ),
    '## 字段 Values',
    table(
      ['字段 Field', '服务 Kept by', '分类 Class', '遮盖 Masked'],
      declared.map(({ field, app, class: code, masked }) => [
        `\`${field}\``,
        app,
        dataClasses[code].name.zh,
        masked ? `\`${masked}\`` : '',
      ]),
    ),
  ].join('\n\n')
  return Promise.resolve([{ file: 'docs/personal-data.md', text: `${text}\n` }])
}

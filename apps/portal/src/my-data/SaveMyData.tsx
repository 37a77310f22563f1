import { Button } from 'antd'
import { standingOf } from '../consents/consents'
import { dayOf, momentOf } from '../date/instants'
import type { MyDataFragment } from '../graph.generated'
import { useLanguage } from '../language/LanguageProvider'
import { useText } from '../language/useText'
import { consentOf } from '../minors/minors'
import { useWords } from '../words/useWords'
import { exportedJson, exportedPage, save } from './my-data'

/** 导出: the reader takes along what is kept, for a program and for people (PIPL Art.45). Made here, kept nowhere. */
export function SaveMyData({ data }: { data: MyDataFragment }) {
  const text = useText()
  const words = useWords()
  const { language } = useLanguage()
  const name = text('myData.file')

  const page = () => {
    const { homeJobs, appointments, legalBases, accesses, places, guardian, papers } = data
    return exportedPage(language === 'zh' ? 'zh-CN' : 'en', text('myData.name'), [
      {
        title: text('myData.name'),
        lines: [
          { name: text('myData.personName'), value: data.name },
          { name: text('myData.phone'), value: data.phone ?? '—' },
          { name: text('myData.identityNumber'), value: data.identityNumber ?? '—' },
          ...(guardian ? [{ name: text('minors.guardian'), value: [consentOf(guardian, text), guardian.phone].join(' ') }] : []),
        ],
      },
      {
        title: text('myData.homeJobs'),
        lines: homeJobs.map(({ from, until, employer, title }) => ({
          name: text('myData.fromUntil', { from, until: until ?? '' }),
          value: `${employer?.name ?? '—'} ${title.name}`,
        })),
      },
      {
        title: text('myData.posts'),
        lines: appointments.map(({ from, until, unit, seat, kind }) => ({
          name: text('myData.fromUntil', { from, until: words.end(until) }),
          value: `${unit?.name ?? '—'} ${seat?.title ?? '—'} ${words.holding(kind)}`,
        })),
      },
      {
        title: text('consents.name'),
        lines: legalBases.map((basis) => ({
          name: basis.purpose.name,
          value: text(`consents.standing.${standingOf(basis)}`, { on: basis.withdrawnOn ?? basis.on }),
        })),
      },
      {
        title: text('papers.name'),
        lines: papers.map(({ title, fileName, attachedAt }) => ({
          name: text('papers.attachedOn', { on: dayOf(attachedAt) }),
          value: [title, fileName].filter(Boolean).join(' · '),
        })),
      },
      {
        title: text('accesses.name'),
        lines: accesses.map(({ by, at, fields, purpose, reason }) => ({
          name: momentOf(at),
          value: [
            text('accesses.line', { by, fields: words.list(fields.map((field) => text(`accesses.field.${field}`))) }),
            text(`accesses.purpose.${purpose}`),
            reason,
          ].join(' · '),
        })),
      },
      {
        title: text('myData.places'),
        lines: places.map(({ service, what }) => ({ name: text(`myData.places.${service}`), value: what })),
      },
    ])
  }

  return (
    <section className="not-printed">
      <h2>{text('myData.save')}</h2>
      <p className="my-data-save">
        <Button onClick={() => save(page(), 'text/html;charset=utf-8', `${name}.html`)}>{text('myData.save.page')}</Button>
        <Button onClick={() => save(exportedJson(data), 'application/json', `${name}.json`)}>{text('myData.save.json')}</Button>
      </p>
      <p className="quiet small">{text('myData.save.hint')}</p>
    </section>
  )
}

import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { CheckChoice } from '../address/CheckChoice'
import { SearchChoice } from '../address/SearchChoice'
import { SelectChoice } from '../address/SelectChoice'
import { Choices } from '../arrangement/Choices'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { PeoplePageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { homeJobOn, postsHeld } from './people'
import { usePersonColumns } from './usePersonColumns'

/** 人员: found by name, pinyin, initials or a whole phone number; by head and by where they work. */
export function PeoplePage() {
  const text = useText()
  const { on } = useOn()
  const day = useDay() ?? ''
  const [parameters] = useSearchParams()
  const given = (name: string) => parameters.get(name) || undefined
  const isDue = given('due') !== undefined
  const asked = useQuery(PeoplePageDocument, {
    variables: {
      search: given('q'),
      head: given('head'),
      within: given('within'),
      asksErasure: given('asks') !== undefined,
      dueForErasure: isDue,
      withoutGuardian: given('unguarded') !== undefined,
      on,
    },
  })
  const { error, refetch } = asked
  const data = asked.data ?? asked.previousData
  const paging = usePaging(asked, { take: (it) => it.persons, put: (it, persons) => ({ ...it, persons }) })
  const columns = usePersonColumns(day, isDue)
  const rows = data?.persons.nodes

  return (
    <article className="page">
      <PageHeading
        name={text('people.name')}
        action={
          <ActionLink to="/people/new" verb={write('persons')}>
            {text('people.register')}
          </ActionLink>
        }
      >
        {rows ? text(paging.hasMore ? 'people.titleOfFirst' : 'people.title', { count: rows.length }) : text('people.name')}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <div className="filters not-printed">
        <SearchChoice parameter="q" label={text('people.search')} />
        <SelectChoice
          label={text('people.within')}
          parameter="within"
          all={text('people.wholeCity')}
          options={(data?.counties.nodes ?? []).map(({ code, name }) => ({ value: code, name }))}
        />
        <Choices
          label={text('people.head')}
          parameter="head"
          usual=""
          options={[{ value: '', name: text('people.everyHead') }, ...(data?.heads ?? []).map(({ code, name }) => ({ value: code, name }))]}
        />
        <Allowed to="accesses.approve">
          <PageLink to="/looks">{text('accesses.looks')}</PageLink>
        </Allowed>
        <Allowed to="persons.minors">
          <CheckChoice parameter="unguarded" label={text('people.unguarded')} />
        </Allowed>
        <Allowed to="persons.erase">
          <CheckChoice parameter="asks" label={text('people.asks')} />
          <CheckChoice parameter="due" label={text('people.due')} />
        </Allowed>
      </div>
      {isDue && rows && rows.length > 0 && <p className="quiet">{text('people.due.lead')}</p>}
      {rows ? (
        <DataTable
          id="people"
          title={text('people.file', { day })}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          narrow={(person) => {
            const job = homeJobOn(person, day)
            const posts = postsHeld(person)
            return {
              first: (
                <>
                  <PageLink to={`/people/${person.id}`}>{person.name}</PageLink> <span className="quiet">{person.head?.name}</span>
                </>
              ),
              second: [
                isDue && text('people.lastActive', { on: person.lastActiveOn }),
                job && `${job.employer?.name ?? '—'} ${job.title.name}`,
                ...posts,
              ]
                .filter(Boolean)
                .join(' · '),
            }
          }}
          empty={text(isDue ? 'people.due.none' : 'people.none')}
          paging={paging}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}

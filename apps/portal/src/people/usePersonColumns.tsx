import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { PersonRowFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { useWords } from '../words/useWords'
import { homeJobOn, postsHeld } from './people'

/** What the list says of a person on a day; of those whose time of keeping is over, since when nothing was heard of them. */
export function usePersonColumns(day: string, isDue: boolean): Column<PersonRowFragment>[] {
  const text = useText()
  const words = useWords()
  return useMemo(
    () => [
      {
        key: 'name',
        title: text('people.column.name'),
        value: ({ name }) => name,
        show: ({ id, name }) => <PageLink to={`/people/${id}`}>{name}</PageLink>,
        width: 130,
      },
      ...(isDue
        ? [
            {
              key: 'lastActive',
              title: text('people.column.lastActive'),
              value: (person: PersonRowFragment) => person.lastActiveOn,
              width: 150,
            },
          ]
        : []),
      { key: 'head', title: text('people.head'), value: ({ head }) => head?.name, filter: true, width: 140 },
      { key: 'title', title: text('people.column.title'), value: (person) => homeJobOn(person, day)?.title.name, filter: true, width: 200 },
      { key: 'employer', title: text('people.column.employer'), value: (person) => homeJobOn(person, day)?.employer?.name, width: 230 },
      {
        key: 'posts',
        title: text('people.column.posts'),
        unit: text('people.column.postsUnit'),
        value: (person) => postsHeld(person).length,
        numeric: true,
        width: 150,
      },
      { key: 'held', title: text('people.column.held'), value: (person) => words.list(postsHeld(person)) || null, width: 320 },
      { key: 'phone', title: text('people.column.phone'), value: ({ phone }) => phone, width: 130 },
    ],
    [text, words, day, isDue],
  )
}

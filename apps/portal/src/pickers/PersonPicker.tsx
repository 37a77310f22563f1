import { useQuery } from '@apollo/client/react'
import type { PersonChoiceFragment } from '../graph.generated'
import { FindPersonsDocument, PersonByIdDocument } from '../graph.generated'
import type { Choice, PickerProps } from './Picker'
import { Picker } from './Picker'

/** 人员: one person, found by name, pinyin or initials; employer and title tell namesakes apart. */
export function PersonPicker(props: PickerProps) {
  const given = useQuery(PersonByIdDocument, { variables: { id: props.value ?? '' }, skip: !props.value, fetchPolicy: 'cache-first' }).data
    ?.person
  return <Picker {...props} useFound={useFound} given={given ? choice(given) : null} />
}

function useFound(search: string) {
  const { data, loading } = useQuery(FindPersonsDocument, { variables: { search }, skip: search === '' })
  return { choices: (data?.persons.nodes ?? []).map(choice), loading }
}

function choice({ id, name, head, homeJobs }: PersonChoiceFragment): Choice {
  const [job] = homeJobs.filter(({ until }) => until === null)
  return { value: id, name, aside: [head?.name, job && `${job.employer?.name ?? '—'} ${job.title.name}`].filter(Boolean).join(' · ') }
}

import { useQuery } from '@apollo/client/react'
import type { EmployerChoiceFragment } from '../graph.generated'
import { EmployerByIdDocument, FindEmployersDocument } from '../graph.generated'
import type { Choice, PickerProps } from './Picker'
import { Picker } from './Picker'

/** 单位: one employer, found by name, pinyin, initials or credit code. */
export function EmployerPicker({ within, ...rest }: PickerProps & { within?: string }) {
  const given = useQuery(EmployerByIdDocument, { variables: { id: rest.value ?? '' }, skip: !rest.value, fetchPolicy: 'cache-first' }).data
    ?.employer
  const useFound = (search: string) => {
    const { data, loading } = useQuery(FindEmployersDocument, { variables: { search, within }, skip: search === '' })
    return { choices: (data?.employers.nodes ?? []).map(choice), loading }
  }
  return <Picker {...rest} useFound={useFound} given={given ? choice(given) : null} />
}

const choice = ({ id, name, kindName, area }: EmployerChoiceFragment): Choice => ({ value: id, name, aside: `${kindName} · ${area.name}` })

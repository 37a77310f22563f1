import { useQuery } from '@apollo/client/react'
import { useOn } from '../date/useOn'
import type { UnitChoiceFragment } from '../graph.generated'
import { FindUnitsDocument, UnitByIdDocument } from '../graph.generated'
import type { Choice, PickerProps } from './Picker'
import { Picker } from './Picker'

/** 组织: one unit, found by name, pinyin or initials. */
export function UnitPicker({ within, ...rest }: PickerProps & { within?: string }) {
  const { on } = useOn()
  const given = useQuery(UnitByIdDocument, { variables: { id: rest.value ?? '' }, skip: !rest.value, fetchPolicy: 'cache-first' }).data
    ?.unit
  const useFound = (search: string) => {
    const { data, loading } = useQuery(FindUnitsDocument, { variables: { search, on, within }, skip: search === '' })
    return { choices: (data?.units.nodes ?? []).map(choice), loading }
  }
  return <Picker {...rest} useFound={useFound} given={given ? choice(given) : null} />
}

const choice = ({ id, name, type, area }: UnitChoiceFragment): Choice => ({
  value: id,
  name,
  aside: [type.name, area?.name].filter(Boolean).join(' · '),
})

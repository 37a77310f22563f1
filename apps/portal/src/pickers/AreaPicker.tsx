import { useQuery } from '@apollo/client/react'
import type { AreaChoiceFragment, Level } from '../graph.generated'
import { AreaByCodeDocument, FindAreasDocument } from '../graph.generated'
import type { Choice, PickerProps } from './Picker'
import { Picker } from './Picker'

/** 区划: one area, found by name, pinyin, initials or code; the areas above tell namesakes apart. */
export function AreaPicker({ level, within, ...rest }: PickerProps & { level?: Level; within?: string }) {
  const given = useQuery(AreaByCodeDocument, { variables: { code: rest.value ?? '' }, skip: !rest.value, fetchPolicy: 'cache-first' }).data
    ?.area
  const useFound = (search: string) => {
    const { data, loading } = useQuery(FindAreasDocument, { variables: { search, level, within }, skip: search === '' })
    return { choices: (data?.areas.nodes ?? []).map(choice), loading }
  }
  return <Picker {...rest} useFound={useFound} given={given ? choice(given) : null} />
}

function choice({ code, name, path }: AreaChoiceFragment): Choice {
  const above = path.slice(1, -1).map((area) => area.name)
  return { value: code, name, aside: [above.join(' '), code].filter(Boolean).join(' · ') }
}

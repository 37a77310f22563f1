import { Field } from '../form/Field'
import { FileField } from '../form/FileField'
import type { ListFileLimitsFragment } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import { isTooLarge } from './list-files'

interface ListFileFieldProps {
  label: string
  limits: ListFileLimitsFragment
  file: File | undefined
  refusal: Refusal | null
  onChange: (file: File | undefined) => void
}

/** The file of a list, with what it may be at most; one that is too large is not even sent. */
export function ListFileField({ label, limits, file, refusal, onChange }: ListFileFieldProps) {
  const text = useText()
  return (
    <>
      <Field label={label} name="file" refusal={refusal} hint={text('listFiles.limits', { ...limits })}>
        {(input) => <FileField input={input} accept=".csv,text/csv" files={file ? [file] : []} onChange={([chosen]) => onChange(chosen)} />}
      </Field>
      {isTooLarge(file, limits) && (
        <p className="refusal" role="alert">
          {text('listFiles.tooLarge', { megabytes: limits.megabytes })}
        </p>
      )}
    </>
  )
}

import { useText } from '../language/useText'
import type { FieldInput } from './Field'
import './form.css'

interface FileFieldProps {
  input: FieldInput
  file: File | undefined
  onChange: (file: File | undefined) => void
}

/** A CSV file, chosen on the reader's machine. */
export function FileField({ input: { id, status: _, ...described }, file, onChange }: FileFieldProps) {
  const text = useText()
  return (
    <span className="file-choice">
      <input
        {...described}
        id={id}
        type="file"
        accept=".csv,text/csv"
        // The same file, mended meanwhile, can be chosen again.
        onClick={({ currentTarget }) => (currentTarget.value = '')}
        onChange={({ target }) => onChange(target.files?.[0])}
      />
      <span className="file-choice-button" aria-hidden="true">
        {text('form.file.choose')}
      </span>
      <span className={file ? undefined : 'quiet'}>{file?.name ?? text('form.file.none')}</span>
    </span>
  )
}

import { useText } from '../language/useText'
import type { FieldInput } from './Field'
import './form.css'

interface FileFieldProps {
  input: FieldInput
  /** What the browser offers first, as its attribute has it. */
  accept: string
  multiple?: boolean
  files: readonly File[]
  onChange: (files: File[]) => void
}

/** A file, or several, chosen on the reader's machine. */
export function FileField({ input: { id, status: _, ...described }, accept, multiple = false, files, onChange }: FileFieldProps) {
  const text = useText()
  const [first] = files
  return (
    <span className="file-choice">
      <input
        {...described}
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        // The same file, mended meanwhile, can be chosen again.
        onClick={({ currentTarget }) => (currentTarget.value = '')}
        onChange={({ target }) => onChange([...(target.files ?? [])])}
      />
      <span className="file-choice-button" aria-hidden="true">
        {text('form.file.choose')}
      </span>
      <span className={first ? undefined : 'quiet'}>
        {files.length > 1 ? text('form.file.several', { count: files.length }) : (first?.name ?? text('form.file.none'))}
      </span>
    </span>
  )
}

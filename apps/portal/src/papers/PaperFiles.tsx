import { useQuery } from '@apollo/client/react'
import { Field } from '../form/Field'
import { FileField } from '../form/FileField'
import type { PaperLimitsFragment } from '../graph.generated'
import { PaperLimitsDocument } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import { ACCEPTED, chosen, type ChosenFile } from './papers'
import './papers.css'
import { usePaperText } from './usePaperText'

interface PaperFilesProps {
  files: readonly ChosenFile[]
  onChange: (files: ChosenFile[]) => void
  /** How much of them has gone out, 0 to 1; null: they are not on their way. */
  part: number | null
  refusal?: Refusal | null
  optional?: boolean
}

/** The scans to attach: what they may be is said before, what is wrong with one before anything is sent, and how far they are on their way. */
export function PaperFiles({ files, onChange, part, refusal = null, optional = false }: PaperFilesProps) {
  const text = useText()
  const paperText = usePaperText()
  const limits = useQuery(PaperLimitsDocument, { fetchPolicy: 'cache-first' }).data?.paperLimits
  if (!limits) return null
  const choose = async (given: File[]) => onChange(await Promise.all(given.map((file, place) => chosen(file, limits, place))))
  return (
    <>
      <Field label={text('papers.files')} name="file" refusal={refusal} optional={optional} hint={hintOf(limits, text)}>
        {(input) => (
          <FileField
            input={input}
            accept={ACCEPTED}
            multiple
            files={files.map(({ file }) => file)}
            onChange={(given) => void choose(given)}
          />
        )}
      </Field>
      {files.length > 0 && (
        <ul className="paper-files">
          {files.map(({ file, problem }) => (
            <li key={`${file.name} ${file.size}`}>
              {file.name} <span className="quiet small">{paperText.size(file.size)}</span>{' '}
              {part === null && (
                <button
                  type="button"
                  className="plain-button"
                  aria-label={text('papers.leaveOutOf', { name: file.name })}
                  onClick={() => onChange(files.filter((one) => one.file !== file))}
                >
                  {text('papers.leaveOut')}
                </button>
              )}
              {problem && (
                <p className="refusal" role="alert">
                  {text(`papers.problem.${problem}`, { megabytes: limits.megabytes, papers: limits.papers })}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {part !== null && (
        <p className="paper-progress" role="status">
          <progress max={1} value={part} aria-label={text('papers.sending')} /> {text('papers.sent', { part })}
        </p>
      )}
    </>
  )
}

function hintOf({ megabytes, papers, kinds }: PaperLimitsFragment, text: ReturnType<typeof useText>): string {
  return text('papers.limits', { megabytes, papers, kinds: kinds.join(text('words.separator')) })
}

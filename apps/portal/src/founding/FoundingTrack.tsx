import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import type { Founding } from './founding'

/** The steps as a line, each with the day on which it was taken; the one that comes next is marked, in words too. */
export function FoundingTrack({ founding: { track, step, level, due } }: { founding: Founding }) {
  const text = useText()
  const words = useWords()
  const isNext = (each: Founding['track'][number]) => each.step === step && (step !== 'REVIEW' || each.level === level)
  return (
    <ol className="founding-track">
      {track.map((each) => (
        <li
          key={`${each.step} ${each.level ?? ''}`}
          className={isNext(each) ? 'founding-next' : each.on ? 'founding-taken' : undefined}
          aria-current={isNext(each) ? 'step' : undefined}
        >
          <span>
            {each.step === 'REVIEW' && each.level
              ? text('founding.reviewOf', { level: words.level(each.level) })
              : words.foundingStep(each.step)}
          </span>
          <span className="quiet small">{isNext(each) ? text('founding.next', { due: due ?? '—' }) : (each.on ?? '—')}</span>
        </li>
      ))}
    </ol>
  )
}

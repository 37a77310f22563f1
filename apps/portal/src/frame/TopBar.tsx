import { lazy, Suspense } from 'react'
import { useOn } from '../date/useOn'
import { useToday } from '../date/useToday'
import { useLanguage } from '../language/LanguageProvider'
import { useText } from '../language/useText'
import { useSession } from '../session/SessionProvider'
import type { NamedPage } from './pages'
import { SearchButton } from './SearchButton'

const DayPicker = lazy(async () => ({ default: (await import('./DayPicker')).DayPicker }))

/** The day looked at, the search, the language and the reader. */
export function TopBar({ pages }: { pages: NamedPage[] }) {
  const text = useText()
  const { on, lookAt } = useOn()
  const today = useToday()
  const { language, choose } = useLanguage()
  const { session, leave } = useSession()
  const other = language === 'zh' ? 'en' : 'zh'

  return (
    <header className="frame-top">
      <SearchButton pages={pages} />
      <div className="frame-day">
        <span className="frame-day-label">{text('frame.asOf')}</span>
        <Suspense fallback={<span>{on ?? today}</span>}>
          <DayPicker day={on} today={today} choose={lookAt} />
        </Suspense>
      </div>
      <button type="button" className="plain-button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => choose(other)}>
        {text('frame.otherLanguage')}
      </button>
      {session.state === 'in' && (
        <div className="frame-me">
          <span className="frame-account">{text('session.account', { name: session.account.name })}</span>
          <button type="button" className="plain-button" onClick={() => void leave()}>
            {text('session.signOut')}
          </button>
        </div>
      )}
    </header>
  )
}

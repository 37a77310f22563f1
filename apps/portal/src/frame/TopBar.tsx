import { PageLink } from '../date/PageLink'
import { useLanguage } from '../language/LanguageProvider'
import { useText } from '../language/useText'
import { DayChoice } from '../looked-at/DayChoice'
import { useSession } from '../session/SessionProvider'
import type { NamedPage } from './pages'
import { SearchButton } from './SearchButton'

/** The day looked at, the search, the language and the reader. */
export function TopBar({ pages }: { pages: NamedPage[] }) {
  const text = useText()
  const { language, choose } = useLanguage()
  const { session, leave } = useSession()
  const other = language === 'zh' ? 'en' : 'zh'

  return (
    <header className="frame-top">
      <SearchButton pages={pages} />
      <DayChoice />
      <button type="button" className="plain-button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => choose(other)}>
        {text('frame.otherLanguage')}
      </button>
      {session.state === 'in' && (
        <div className="frame-me">
          <PageLink to="/my-sign-in">
            <span className="frame-account">{text('session.account', { name: session.account.name })}</span>
            <span className="frame-account-short">{text('mySignIn.short')}</span>
          </PageLink>
          <PageLink to="/my-data">{text('myData.name')}</PageLink>
          <button type="button" className="plain-button" onClick={() => void leave()}>
            {text('session.signOut')}
          </button>
        </div>
      )}
    </header>
  )
}

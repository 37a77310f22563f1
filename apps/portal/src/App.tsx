import { RouterProvider, createBrowserRouter } from 'react-router'
import type { LanguagePack } from './language/language-pack'
import { LanguageProvider } from './language/LanguageProvider'
import { routes } from './routes'
import { SessionProvider } from './session/SessionProvider'

const router = createBrowserRouter(routes)

/** The portal: language and theme, who is signed in, and the page of the address. */
export function App({ language }: { language: LanguagePack }) {
  return (
    <LanguageProvider first={language}>
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </LanguageProvider>
  )
}

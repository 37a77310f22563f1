import { createRoot } from 'react-dom/client'
import { App } from './App'
import { chosenLanguage, loadLanguage } from './language/languages'
import './theme/global.css'
import './theme/print.css'
import { setVariables } from './theme/variables'

async function open(root: HTMLElement): Promise<void> {
  setVariables(document.documentElement)
  const language = await loadLanguage(chosenLanguage())
  createRoot(root).render(<App language={language} />)
}

const root = document.getElementById('root')
if (root) void open(root)

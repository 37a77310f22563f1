import { PageHeading } from '../heading/PageHeading'
import { chosenLanguage } from '../language/languages'
import { useText } from '../language/useText'
import { ListColumns } from '../list-files/ListColumns'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { ImportListForm } from './ImportListForm'
import type { Counts, ListKind } from './list-import'

interface ImportListPageProps<Row extends { line: number }, Counted extends Counts> {
  kind: Omit<ListKind<Row, Counted>, 'limits'>
  /** The columns of its file, each with what it takes. */
  columns: readonly { name: string; takes: string }[]
  /** What the graph tells of it; undefined: not yet. */
  limits: ListKind<Row, Counted>['limits'] | undefined
  error: Error | undefined
  retry: () => void
}

/** The page of one kind of list: what its file has to look like, what it may be at most, and what would come of it before anything is kept. */
export function ImportListPage<Row extends { line: number }, Counted extends Counts>({
  kind,
  columns,
  limits,
  error,
  retry,
}: ImportListPageProps<Row, Counted>) {
  const text = useText()
  const language = new URLSearchParams({ language: chosenLanguage() })
  const { words, at } = kind

  if (!limits) return error ? <Unanswered error={error} retry={retry} /> : <Loading />
  return (
    <article className="page">
      <PageHeading name={text(`${words}.name`)}>{text(`${words}.title`)}</PageHeading>
      <p className="list-file-lead">{text(`${words}.lead`)}</p>
      <ImportListForm kind={{ ...kind, limits }} />
      <ListColumns columns={columns}>
        <p>
          <a href={`${at}/template?${language}`} download>
            {text('listImport.template')}
          </a>
        </p>
        <p>
          <a href={`${at}?${language}`} download>
            {text(`${words}.present`)}
          </a>
          <span className="quiet"> {text('listImport.present.hint')}</span>
        </p>
      </ListColumns>
    </article>
  )
}

import { Button } from 'antd'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { NotFoundPage } from '../states/NotFoundPage'
import { Unanswered } from '../states/Unanswered'
import { MoreRows } from '../table/MoreRows'
import { useWords } from '../words/useWords'
import '../founding/founding.css'
import { useFoundingWithMembers } from '../founding/useFoundingWithMembers'
import './founding-papers.css'
import { paperOf, papers } from './papers'
import { saveWord } from './save-word'

/** 文书: a paper made from the record, to print (or save as PDF) and to take into Word. */
export function FoundingPaperPage() {
  const text = useText()
  const words = useWords()
  const { id = '', paper: asked = '' } = useParams()
  const { data, error, refetch, paging } = useFoundingWithMembers(id)
  const name = papers.find((each) => each === asked)
  if (!name) return <NotFoundPage />
  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  if (!data.founding) return <Missing error={error} retry={() => void refetch()} />
  const paper = paperOf(name, data.founding, { text, words })
  const isWhole = name !== 'members' || !paging.hasMore

  return (
    <article className="page founding-paper-page">
      <div className="not-printed">
        <PageHeading name={text(`founding.paper.${name}`)}>{paper.title}</PageHeading>
        <p className="founding-foot">
          <Button type="primary" disabled={!isWhole} onClick={() => saveWord(paper)}>
            {text('foundingPapers.word')}
          </Button>
          <Button disabled={!isWhole} onClick={() => print()}>
            {text('foundingPapers.print')}
          </Button>
          <PageLink to={`/foundings/${id}`}>{text('foundingSteps.back')}</PageLink>
        </p>
        {!isWhole && <MoreRows count={data.founding.members.nodes.length} paging={paging} />}
      </div>
      <section className="founding-sheet" aria-label={paper.title}>
        <p className="founding-sheet-title">{paper.title}</p>
        {paper.number && <p className="founding-sheet-number">{paper.number}</p>}
        {paper.paragraphs.map((paragraph) => (
          <p key={paragraph} className="founding-sheet-text">
            {paragraph}
          </p>
        ))}
        {paper.table && (
          <table className="printed-table">
            <thead>
              <tr>
                {paper.table.head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {paper.table.rows.map((row) => (
                <tr key={row.join()}>
                  {row.map((cell, place) => (
                    <td key={paper.table?.head[place]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {paper.signature.filter(Boolean).map((line) => (
          <p key={line} className="founding-sheet-signature">
            {line}
          </p>
        ))}
      </section>
    </article>
  )
}

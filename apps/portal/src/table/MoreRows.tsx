import { Button } from 'antd'
import { useText } from '../language/useText'

/** A list that is read page by page. */
export interface Paging {
  hasMore: boolean
  loading: boolean
  loadMore: () => void
  /** Reads to the end; answers whether it came there. */
  loadAll: () => Promise<boolean>
  /** Ends `loadAll` after the page that is on its way. */
  stop: () => void
}

/** Says how many rows are here and reads the next page, or all. */
export function MoreRows({ count, paging: { hasMore, loading, loadMore, loadAll, stop } }: { count: number; paging: Paging }) {
  const text = useText()
  if (!hasMore) return null
  return (
    <p className="more-rows not-printed">
      <Button onClick={loadMore} loading={loading}>
        {text('table.more')}
      </Button>
      {loading ? (
        <Button onClick={stop}>{text('table.stop')}</Button>
      ) : (
        <Button onClick={() => void loadAll()}>{text('table.readAll')}</Button>
      )}
      <span className="quiet" role="status">
        {text(loading ? 'table.reading' : 'table.more.hint', { count })}
      </span>
    </p>
  )
}

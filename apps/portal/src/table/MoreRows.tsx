import { Button } from 'antd'
import { useText } from '../language/useText'

/** A list that is read page by page. */
export interface Paging {
  hasMore: boolean
  loading: boolean
  loadMore: () => void
}

/** Says how many rows are here and reads the next page. */
export function MoreRows({ count, paging: { hasMore, loading, loadMore } }: { count: number; paging: Paging }) {
  const text = useText()
  if (!hasMore) return null
  return (
    <p className="more-rows not-printed">
      <Button onClick={loadMore} loading={loading}>
        {text('table.more')}
      </Button>
      <span className="quiet">{text('table.more.hint', { count })}</span>
    </p>
  )
}

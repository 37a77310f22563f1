/** Where sealed values stand in the records of a collection, and to what each is bound, by its path. */
export interface SealedPlaces {
  collection: 'accounts' | 'persons'
  boundTo: Record<string, (id: string) => string>
}

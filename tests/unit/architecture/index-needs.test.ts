import { describe, expect, it } from 'vitest'
import { type Index, isServed, type StructuredQuery, shapeOf } from '../../helpers/index-needs.ts'

describe('an index', () => {
  const index = (...fields: string[]): Index => ({
    collectionGroup: 'comments',
    queryScope: 'COLLECTION',
    fields: fields.map((field) => {
      const [fieldPath = '', order = 'ASCENDING'] = field.split(' ')
      return { fieldPath, order }
    }),
  })
  const asks = (equal: string[], ...order: string[]): StructuredQuery => ({
    from: [{ collectionId: 'comments' }],
    where: {
      compositeFilter: { filters: equal.map((fieldPath) => ({ fieldFilter: { field: { fieldPath }, op: 'EQUAL' } })) },
    },
    orderBy: order.map((field) => {
      const [fieldPath = '', direction = 'ASCENDING'] = field.split(' ')
      return { field: { fieldPath }, direction }
    }),
  })
  const LATEST = 'at DESCENDING'

  const cases: [boolean, string, StructuredQuery, Index[]][] = [
    [true, 'is not needed for equalities alone', asks(['role', 'lang']), []],
    [true, 'is not needed for one order alone', asks([], LATEST), []],
    [true, 'is not needed for the id', asks(['role'], '__name__'), []],
    [false, 'is needed for an equality and an order', asks(['role'], LATEST), []],
    [false, 'is needed for two orders', asks([], LATEST, 'votes'), []],
    [true, 'serves its query', asks(['role'], LATEST), [index('role', LATEST)]],
    [false, 'does not serve the turned order', asks(['role'], 'at'), [index('role', LATEST)]],
    [true, 'serves equalities in any order', asks(['role', 'lang'], LATEST), [index('lang', 'role', LATEST)]],
    [true, 'serves the id in its direction', asks(['role'], LATEST, '__name__ DESCENDING'), [index('role', LATEST)]],
    [false, 'does not serve the id against it', asks(['role'], LATEST, '__name__'), [index('role', LATEST)]],
    [false, 'does not serve another order', asks(['role'], 'votes'), [index('role', LATEST)]],
    [false, 'does not serve half-turned orders', asks([], LATEST, 'votes'), [index('at', 'votes')]],
    [false, 'does not serve a query that compares less', asks([], LATEST, 'votes'), [index('role', LATEST, 'votes')]],
    [false, 'does not serve a query that compares more', asks(['role', 'lang'], LATEST), [index('role', LATEST)]],
    [true, 'is merged with another', asks(['role', 'lang'], LATEST), [index('role', LATEST), index('lang', LATEST)]],
    [
      false,
      'is not merged with another order',
      asks(['role', 'lang'], LATEST),
      [index('role', LATEST), index('lang', 'at')],
    ],
    [
      false,
      'of a collection does not serve a group of them',
      { ...asks(['role'], LATEST), from: [{ collectionId: 'comments', allDescendants: true }] },
      [index('role', LATEST)],
    ],
    [
      false,
      'is needed even for one equality over a group',
      { ...asks(['role']), from: [{ collectionId: 'comments', allDescendants: true }] },
      [],
    ],
  ]
  it.each(cases)('(%s) %s', (served, _, query, given) => expect(isServed(shapeOf(query), given)).toBe(served))
})

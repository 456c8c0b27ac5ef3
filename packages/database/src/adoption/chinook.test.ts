/** The public sample database Chinook is described so that nobody needs to correct a guess. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Adoption } from '@haykal/model'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../open-database.ts'
import { adoptTables } from './adopt-tables.ts'

/** Where the neighbours of the checkout have put it. */
const chinook = resolve(import.meta.dirname, '../../../../../shared/data/chinook.sqlite')

describe.skipIf(!existsSync(chinook))(
  'Chinook (skipped where the sample database does not lie beside the checkout)',
  () => {
    let adoption: Adoption
    beforeAll(async () => {
      const database = await openDatabase(chinook, { isReadOnly: true })
      adoption = await adoptTables(database)
      await database.close()
    })

    test('calls each record by what people call it, in the order in which they look for it', () => {
      const told = adoption.guesses.map(({ definition: { name, label, key, title, hidden, list } }) =>
        [name, label, title ?? key, hidden ? 'hidden' : '', list?.sort ?? ''].join(' · '),
      )
      expect(told).toEqual([
        'Album · Album · Title ·  · ',
        'Artist · Artist · Name ·  · ',
        'Customer · Customer · LastName ·  · ',
        'Employee · Employee · LastName ·  · ',
        'Invoice · Invoice · InvoiceId ·  · -InvoiceDate',
        'Playlist · Playlist · Name ·  · ',
        'Track · Track · Name ·  · ',
        'InvoiceLine · Invoice line · InvoiceLineId ·  · ',
        'Genre · Genre · Name ·  · ',
        'MediaType · Media type · Name ·  · ',
        'PlaylistTrack · Playlist track · PlaylistId,TrackId · hidden · ',
      ])
    })

    test('takes every column for what it is', () => {
      const kinds = adoption.guesses.map(({ definition: { name, fields } }) => [
        name,
        Object.entries(fields).map(([field, { kind, label: _, searchable: __, required, generated, ...options }]) =>
          [field, required ? 'required' : '', generated ? 'numbered' : '', kind, ...Object.values(options)]
            .filter((word) => word !== '')
            .join(' '),
        ),
      ])
      expect(Object.fromEntries(kinds)).toEqual({
        Album: ['AlbumId numbered integer', 'Title required text 160', 'ArtistId required relation Artist integer'],
        Artist: ['ArtistId numbered integer', 'Name text 120'],
        Customer: [
          'CustomerId numbered integer',
          'FirstName required text 40',
          'LastName required text 20',
          'Company text 80',
          'Address text 70',
          'City text 40',
          'State text 40',
          'Country text 40',
          'PostalCode text 10',
          'Phone text 24',
          'Fax text 24',
          'Email required text 60',
          'SupportRepId relation Employee integer',
        ],
        Employee: [
          'EmployeeId numbered integer',
          'LastName required text 20',
          'FirstName required text 20',
          'Title text 30',
          'ReportsTo relation Employee integer',
          'BirthDate date sql',
          'HireDate date sql',
          'Address text 70',
          'City text 40',
          'State text 40',
          'Country text 40',
          'PostalCode text 10',
          'Phone text 24',
          'Fax text 24',
          'Email text 60',
        ],
        Genre: ['GenreId numbered integer', 'Name text 120'],
        Invoice: [
          'InvoiceId numbered integer',
          'CustomerId required relation Customer integer',
          'InvoiceDate required date sql',
          'BillingAddress text 70',
          'BillingCity text 40',
          'BillingState text 40',
          'BillingCountry text 40',
          'BillingPostalCode text 10',
          'Total required decimal 2',
        ],
        InvoiceLine: [
          'InvoiceLineId numbered integer',
          'InvoiceId required relation Invoice integer',
          'TrackId required relation Track integer',
          'UnitPrice required decimal 2',
          'Quantity required integer',
        ],
        MediaType: ['MediaTypeId numbered integer', 'Name text 120'],
        Playlist: ['PlaylistId numbered integer', 'Name text 120'],
        PlaylistTrack: ['PlaylistId relation Playlist integer', 'TrackId relation Track integer'],
        Track: [
          'TrackId numbered integer',
          'Name required text 200',
          'AlbumId relation Album integer',
          'MediaTypeId required relation MediaType integer',
          'GenreId relation Genre integer',
          'Composer text 220',
          'Milliseconds required integer',
          'Bytes integer',
          'UnitPrice required decimal 2',
        ],
      })
    })

    test('doubts nothing', () => {
      const doubts = adoption.objects.flatMap(({ name, doubts }) => doubts.map((doubt) => ({ name, ...doubt })))
      expect(doubts).toEqual([
        { name: 'PlaylistTrack', code: 'junction', params: { first: 'Playlist', second: 'Track' } },
      ])
      expect(
        adoption.guesses.find(({ definition }) => definition.name === 'PlaylistTrack')?.definition.junction,
      ).toEqual(['PlaylistId', 'TrackId'])
    })
  },
)

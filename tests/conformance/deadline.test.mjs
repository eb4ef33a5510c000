// When a deadline is over, in its own zone: summer and winter time, no time, no zone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOf } from '../../shell/deadline.js';

/** @type {[string, string, string, string][]} date, time, zone, the end as UTC */
const cases = [
  ['2027-03-31', '17:00', 'Europe/Berlin', '2027-03-31T15:00:00.000Z'],
  ['2027-01-31', '17:00', 'Europe/Berlin', '2027-01-31T16:00:00.000Z'],
  ['2027-03-28', '02:00', 'Europe/Berlin', '2027-03-28T01:00:00.000Z'],
  ['2027-03-28', '12:00', 'Europe/Berlin', '2027-03-28T10:00:00.000Z'],
  ['2027-06-30', '', 'Europe/Berlin', '2027-06-30T22:00:00.000Z'],
  ['2027-06-30', '', '', '2027-07-01T12:00:00.000Z'],
  ['2027-06-30', '23:59', 'Pacific/Auckland', '2027-06-30T11:59:00.000Z'],
  ['2027-06-30', '23:59', 'No/Where', '2027-07-01T11:59:00.000Z'],
];
for (const [date, time, zone, end] of cases) {
  test(`${date} ${time || 'without time'}, ${zone || 'without zone'}`, () => assert.equal(new Date(endOf(date, time, zone)).toISOString(), end));
}

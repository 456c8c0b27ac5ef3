// How tries are counted, and what counts as one address.
import { describe, expect, it } from 'vitest'
import { addressKey } from './address-key.ts'
import { createThrottle } from './create-throttle.ts'

describe('a throttle', () => {
  it('lets some through at once, then one after the other', () => {
    let now = 0
    const throttle = createThrottle({ tries: 3, seconds: 30 }, () => now)
    const spend = () => {
      const wait = throttle.wait('a')
      if (wait === 0) throttle.spend('a')
      return wait
    }
    expect([spend(), spend(), spend(), spend()]).toEqual([0, 0, 0, 10])
    now = 9.5
    expect(spend()).toBe(1)
    now = 10
    expect([spend(), spend()]).toEqual([0, 10])
    expect(throttle.wait('b')).toBe(0)
    throttle.giveBack('a')
    expect(spend()).toBe(0)
    throttle.clear('a')
    expect([spend(), spend(), spend()]).toEqual([0, 0, 0])
  })

  it('forgets only those that were quiet longest', () => {
    const throttle = createThrottle({ tries: 1, seconds: 1000 }, () => 0)
    for (let index = 0; index < 20_001; index += 1) throttle.spend(String(index))
    expect(throttle.wait('0')).toBe(0)
    expect(throttle.wait('1')).toBe(1000)
    expect(throttle.wait('20000')).toBe(1000)
  })
})

describe('an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0:0:1:2:3:4', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('%s counts as %s', (address, key) => {
    expect(addressKey(address)).toBe(key)
  })
})

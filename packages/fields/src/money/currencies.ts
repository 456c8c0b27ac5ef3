/** The currencies in use (ISO 4217), and how many digits each has after its point: said here, as a stored amount must not depend on a browser. */

const withoutCents = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
const withThousandths = 'BHD IQD JOD KWD LYD OMR TND'
const withCents =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE ' +
  'CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD ' +
  'KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR ' +
  'PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU ' +
  'UZS VES WST XCD XCG YER ZAR ZMW ZWG'

/** The digits after the point of a currency's amounts; undefined for a code that is none of a currency in use. */
export function currencyDigits(code: string): number | undefined {
  if (typeof code !== 'string' || !/^[A-Z]{3}$/.test(code)) return undefined
  if (withCents.includes(code)) return 2
  return withoutCents.includes(code) ? 0 : withThousandths.includes(code) ? 3 : undefined
}

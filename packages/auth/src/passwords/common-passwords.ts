/** Passwords of eight characters and more that everyone who breaks in tries first; in small letters. */

/** Refused for every account. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password password1 password12 password123 password1234 passw0rd p@ssword p@ssw0rd pa$$word passwort
  12345678 123456789 1234567890 12345678910 87654321 987654321 0987654321 01234567 0123456789 123123123
  11223344 1122334455 12341234 12344321 123321123 123456123 147258369 159357456 159753456 741852963 789456123
  963852741 102030405 112233445566 121212121 131313131 101010101 123654789 147852369 010203040506 qwertyui
  qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwertyuiop123 1q2w3e4r 1q2w3e4r5t 1qaz2wsx
  1qaz2wsx3edc zaq12wsx zaq1zaq1 qazwsxedc qazwsx123 q1w2e3r4 q1w2e3r4t5 asdfghjk asdfghjkl asdf1234 asdfasdf
  qweasdzxc zxcvbnm1 zxcvbnm123 zxcvbnmasd 1234qwer qwer1234 abcd1234 abc12345 abc123456 abcdefgh abcdefg1
  abcdefghi a1b2c3d4 a1234567 a12345678 aa123456 aa12345678 a123456789 1a2b3c4d iloveyou iloveyou1 iloveyou2
  ilovegod lovelove loveyou1 sunshine sunshine1 princess princess1 princesa football football1 baseball
  baseball1 basketball softball1 superman superman1 batman123 spiderman starwars starwars1 pokemon1
  pokemon123 michael1 jennifer jessica1 michelle charlie1 daniel123 jordan23 jordan123 alexander elizabeth
  christopher anthony1 samantha samantha1 victoria benjamin nicholas veronica welcome1 welcome12 welcome123
  welcome2024 welcome2025 welcome2026 letmein1 letmein123 changeme changeme1 changeme123 changeit default1
  default123 adminadmin admin123 admin1234 admin12345 administrator root1234 rootroot toor1234 testtest
  test1234 test12345 test123456 testing1 testing123 guest1234 user1234 username usuario1 master123 master12
  trustno1 whatever whatever1 computer computer1 internet internet1 samsung1 samsung123 iphone123 google123
  facebook facebook1 linkedin microsoft windows1 apple123 secret123 secret12 mypassword mypass123 temppass
  temp1234 temporary pass1234 pass12345 pass@123 pass@word1 password! password1! summer2024 summer2025
  summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 january1 december1 dragon123
  monkey123 shadow123 killer123 hunter123 ninja1234 mustang1 corvette ferrari1 porsche1 liverpool liverpool1
  arsenal1 chelsea1 barcelona realmadrid manchester juventus cristiano messi1234 fuckyou1 fuckyou2 asshole1
  blessed1 jesuschrist jesus123 hellohello hello123 hello1234 helloworld goodluck chocolate butterfly
  snoopy123 cookie123 cheese123 banana123 purple123 orange123 freedom1 lovers123 blink182 slipknot1 metallica
  nirvana1 eminem123 midnight sapphire diamond1 platinum crystal1 angel123 angels123 tinkerbell marlboro1
  zaqxswcde mnbvcxz1 poiuytrewq lkjhgfdsa aaaa1111 1111aaaa aaaabbbb abcabc123 aabbccdd muhammad mohammed
  mohamed1 mohamed123 ahmed123 ahmed1234 mahmoud1 mustafa1 ibrahim1 alhamdulillah bismillah bismillah1
  allahakbar inshallah habibi123 masrmasr cairo123 dubai123 saudi123 ramadan1 password2 haykal123
  ١٢٣٤٥٦٧٨ ١٢٣٤٥٦٧٨٩ كلمةالسر كلمةالمرور
`
    .trim()
    .split(/\s+/),
)

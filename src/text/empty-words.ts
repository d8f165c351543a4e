/**
 * Short words that tell nothing of what a sentence is about, by language: articles, pronouns, prepositions, what joins
 * clauses, auxiliary verbs, and verbs that only say that somebody spoke. Negations are not among them.
 */
const WORDS: Readonly<Record<string, string>> = {
  en: `a about after again ago all almost also although always am an and any are as at away back be became because
    become been before began being below between both but by came can come could did do does doing done down during
    each either else ever every few for from further gave get gets getting give given go goes going gone got had has
    have having he hence her here hers herself him himself his how however i if in instead into is it its itself just
    least less let like made make makes making many may me might mine more most much must my near of off often on once
    only onto or other others our ours out over own per put rather said same say saying says see seen shall she should
    since so some soon still such take taken takes than that the their theirs them themselves then there therefore
    these they this those though through thus to today together told too took toward towards under until up upon us
    very via was we well went were what whatever when where whether which while who whom whose why will with within
    would yet you your yours s d m t re ve ll end now last puts set sets use uses used using left tell tells across
    along already early above among anyone anything around aside behind beside besides beyond despite even everyone
    everything inside maybe nevertheless outside perhaps quite really someone something till unless unlike versus
    whereas`,
  pl: `a aby albo ale ani aż bardzo bo bowiem by być byli było była był były będą będzie będziemy ci co coraz czy
    czyli dla dlatego do go gdy gdyż gdzie i ich ile im inne innych innymi iż ja jak jako jakie jakiś jego jej jemu
    jest jestem jesteśmy jeszcze jeśli jeżeli już ją każdy kiedy kto które którego której który która których którym
    którzy lub ma mają mam mamy mi miał miała między mieć mnie mogą może można mu my na nad nam nami nas nasz nasza
    nasze naszych natomiast niego niej nim nimi niż no o od około on ona one oni ono oraz pan po pod podczas ponad
    poprzez potem powiedział powiedziała powinien powinna powinno temu pomiędzy przed przez przy raz są się sam sobie
    swoich swoje swoją swój swego ta tak taki takie tam te tego tej ten też to tu ty tych tylko tym tymi u w wam was
    we według wobec wszystkie wszystkich wszystko więc z za zaś ze został została zostało zostały zostaną zostanie że
    żeby roku końca końcem bądź choć chociaż jednak lecz mimo oba obie obu oto ponieważ również wśród wzdłuż zarówno
    zbyt`,
  de: `aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beim
    bereits bin bis bist da dabei dadurch dafür daher damit danach dann daran darauf darin darüber das dass dazu dein
    dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem
    einen einer eines er es etwa etwas euch für gegenüber habe haben hat hatte hatten hier hin hinter ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes jedoch jene jetzt kann können
    könnte man mein mehr mehrere mit muss müssen nach noch nun nur ob oder sagte schon sehr sei sein seine seinem
    seinen seiner seit selbst sich sie sind so sogar solche soll sollen sollte sondern sonst sowie über um und uns
    unser unsere unter viel vom von vor war waren was weil welche wenn wer werde werden wie wieder will wir wird wo
    worden wurde wurden während zu zum zur zwischen ende außer außerdem außerhalb beide beiden bevor binnen dennoch
    derzeit einige einigen innerhalb laut nachdem nämlich obwohl sobald sofern solange trotz trotzdem wegen zudem
    ebenso deshalb deswegen`,
  fr: `a afin ai ainsi alors au aujourd aura auront aussi autre autres aux avaient avait avant avec avoir ayant c car
    ce cela celle celles celui ces cet cette ceux chaque chez ci comme comment d dans de depuis des deux donc dont du
    durant elle elles en encore ensuite entre est et étaient était étant été être eu eux fait font hui il ils j jusqu
    jusque l la le les leur leurs lors lorsque lui m ma mais me même mes moins mon n ne nos notre nous on ont or ou où
    par parce parmi pendant peu peut plus plusieurs pour pourquoi puis qu quand que quel quelle quelque qui quoi s sa
    se selon sera seront ses si soit son sont sous sur t ta tandis te tel tes ton tous tout toute toutes très tu un
    une vers voici vos votre vous y certains certaines chacun chacune dès hors lequel laquelle là malgré notamment
    puisque quant toutefois trop voilà également pourtant`,
  es: `a además ahora al algo algunas alguno algunos ante antes así aun aunque bajo bien cada casi como con cual
    cuando cuya cuyo de del desde después dice dijo donde durante e él el ella ellas ellos en entonces entre era eran
    es esa esas ese eso esos esta está están estar este esto estos fue fueron ha haber había habrá han has hasta hay
    hoy la las le les lo los luego mas más me mediante menos mi mientras mis mismo muchas mucho muchos muy nos
    nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque pues puede pueden que quien quienes
    qué se sea según ser será serán si sido sobre son su sus también tan tanto te tiene tienen toda todas todo todos
    tras tu un una unas uno unos usted va van y ya yo aún cualquier embargo etc hacia incluso tal tales todavía vez`,
  ru: `а более бы был была были было быть в вам вас ваш во вот все всего всех вы где да даже для до его ее если есть
    еще же за здесь и из или им их к как какой когда который которая которое которые которых которым кто ли либо между
    меня мне много может можно мой мы на над надо нам нас наш наша наши наших него нее ней них но о об один он она они
    оно от очень перед по под после потому при про с сам сама сами свое своего своей свои своих свой свою себе себя со
    так также такие такой там те тем то тогда того тоже только том тот ту ты у уже хотя чего чем через что чтобы эта
    эти этих это этого этой этом этот эту является будет будут будем стал стала стали сказал сказала заявил заявила
    года году конца одна одно одной одного одну ведь вместо внутри возле вокруг вроде из-за из-под лишь несмотря оба
    обе однако около поэтому пока ради среди сквозь то-есть хоть`,
  uk: `а або але би більш був була були було бути в вам вас ваш вже ви від він вона вони воно все всі всього всіх де
    для до його її є же за зі з із й і із-за їх їм їхній к кожен коли котрий ли лише між мене мені має мають ми може
    можна на над нам нас наш наша наші наших них ним ній но о об один от по під після перед при про саме сам свій своє
    свого своєї свої своїх свою себе собі се та так також така такий такі там те тим то тоді того той тому тут ти ту у
    усі хоча хто це цей цього цьому ця ці цих через чи що щоб щодо ще як яка яке який яких якщо які яким буде будуть
    будемо стала став стали сказав сказала заявив заявила року році кінця одна одне одної одного одну адже біля
    впродовж замість навколо незважаючи оба обидва однак отже поки протягом серед хоч`,
  it: `a abbiamo ad agli ai al alla alle allo anche ancora avere aveva c che chi ci come con così cui d da dagli dai
    dal dalla dalle dei degli del della delle dello di dopo dove due e è ed era erano essere fa fino fra gli ha hanno
    i il in invece io l la le lei lo loro lui ma mentre mi mio molto ne negli nei nel nella nelle nello noi nostra
    nostro o ogni oggi oltre per perché più poi prima può quale quando quanto quella quelle quelli quello questa
    queste questi questo qui s sarà saranno se secondo sempre si sia solo sono sopra sotto sta stata stati stato su
    sua sue sugli sui sul sulla sulle suo tra tutte tutti tutto un una uno v verso vi`,
  pt: `a ainda além ao aos as às até cada com como da das de dela dele deles depois desde do dos durante e é ela elas
    ele eles em entre era essa esse esta está estão este eu foi foram há isso isto já lhe mais mas mesmo meu muito
    muitos na nas no nos nós nossa nosso num numa o onde os ou outra outras outro outros para pela pelas pelo pelos
    pode podem por porque qual quando que quem se seja ser será serão seu seus sido sob sobre sua suas são também tem
    têm toda todas todo todos tudo um uma umas uns`,
  nl: `aan al alle als ben bij daar dan dat de den der deze die dit door dus een en er had hadden heeft hebben hem het
    hier hij hoe hun ik in is je kan kunnen maar meer men met mijn moet moeten na naar nog nu of om onder ons onze ook
    op over reeds te toch toen tot tussen u uit van veel voor waar wanneer want waren was wat we werd werden wie wij
    wil worden wordt zal ze zei zelf zich zij zijn zo zou zouden zullen`,
  cs: `a aby ale ani asi až bude budou by byl byla byli bylo být co což další do ho i ja jak jako je jeho jejich její
    jen jsem jsme jsou k kde kdy když která které kterou který kteří ke má mají mezi mi může my na nad nám nás nebo
    než o od on ona oni po pod podle pokud pro proto protože před přes při s se si sice svou svůj své svých ta tak
    také tam te tedy ten tento této to toho tom tu tuto ty u už v ve více vsak však za ze že`,
  sv: `alla allt än andra att av bara blev bli blir de dem den denna deras dess det detta dig din där då efter eller
    en ett fick finns för från få får ha hade han har hennes här hon honom hur i inom jag kan kommer kunde man med
    mellan men mer mycket måste ni nu när och också om oss på redan sa samma sedan ser sig sin sina sitt ska skulle
    som så till under upp ur ut var vara vad vi vid vilka vilken är över mot`,
  da: `alle at af anden andre blev bliver da de dem den denne der deres det dette dig din efter eller en end er et for
    fra få får før ham han har havde hendes her hun hvad hvis hvor i ind jeg kan kunne man med mellem men mere må når
    og også om op os over på sagde sig sin skal skulle som så til ud under var ved vi vil ville være været mod`,
  tr: `ama ancak bana ben bile bir biri biz bu çok da daha de değin diye dolayı en gibi göre hangi hem hep her için
    ile ise kadar ki kim mi mı mu mü nasıl ne o olan olarak oldu olduğu olduğunu olması olacak on ona onlar onun sonra
    şey şu tarafından tüm ve veya ya yani zaman`,
  ro: `a acest această aceste acestui acum ai al ale am ar are as asupra au avea ca că care ce cea cei cel către ci cu
    cum da dar de deci decât despre din după ea ei el ele era este eu fi fie fost iar în între la le lor lui mai o pe
    pentru prin sa să se sau sunt și un una unei unor unui va vor`,
  hu: `a az abban ahol aki akik ami amely amelyek amelyet annak arra azt azok be csak de e egy egyik el én és ez ezek
    ezt fel ha hanem hogy ki kell le lesz lett majd mag már még meg mert mi mint minden most ő olyan össze pedig s
    saját szerint után ugyan vagy vagyok van vannak való volt voltak`,
  fi: `ehkä eli ennen että ettei he hän hänen ja jo joka jos jossa jota jotka jotta kanssa kuin kuitenkin kun kuten me
    mikä minä mukaan mutta myös ne niiden niin noin nyt oli olivat olla on ovat se sekä sen siitä sillä sitä tai tämä
    tämän tätä vain vaan voi`,
  sr: `a ако али ali bi би bila bilo биће biće био bio били bili bude ће će ћемо ćemo да da do до dok док ga га i и
    ili или iz из ja ја je је jer јер još још jesu kako како kao као koja која koje које koji који kojih којих kada
    када li ли mi ми može може na на nad над nas нас naš наш njih њих o о od од on он ona она oni они po по pod под
    posle после pre пре pri при s с sa са samo само se се su су sve све svi сви svoj свој ta та tako тако takođe
    такође te те to то u у uz уз već већ vi ви za за što што šta шта smo смо ste сте sam сам`,
  bg: `а ако ала беше бе били било бъде бъдат в вече ви във всички все всеки го да до докато е ето за зад защото и из
    или им има имат искам каза как като към коя което която които кой когато където ли ме между ми може много му на
    най над нас наш нашата нашите него неговата ние но о около от по под пред преди през при с са само се си след сме
    със също така такъв там те тези ти това този тази той тя тях у че ще я`,
  el: `αλλα αν αντι απο αυτα αυτη αυτο αυτος για δια ειναι ειχε εχει εχουν ενα ενας εναν ενω επι εσεις εγω η ηταν θα
    ισως κ και κατα κι μα με μετα μεσα μεχρι μια μου μπορει να ο οι οπως οποια οποιο οποιος οποιου ολα ολοι οσο οτι
    οταν που πριν προς πως σας σε στα στη στην στις στο στον στους σου τα της τη την τι τις το τον του τους των υπο ως`,
  ar: `في من على إلى الى عن أن ان إن أنه انه التي الذي الذين هذا هذه ذلك تلك هو هي هم نحن كان كانت كل قد لقد ثم أو او
    و مع بعد قبل عند عندما بين حتى كما ما أي سوف سيتم تم حول خلال منذ ضد نحو أكثر وقد وهو وهي إذا حيث لأن بأن به بها
    فيه فيها له لها قال قالت عام العام سنة`,
  fa: `و در به از که این آن را با برای تا هم یک بر خود است بود شد شده می خواهد خواهند کرد کند شود هر ما او آنها باید
    اگر نیز یا پس`,
  he: `של את על עם אל מן כי אם או גם הוא היא הם הן אני אנחנו זה זו זאת אשר כל יש היה היתה היו יהיה תהיה יהיו עד רק כך
    מה מי אבל אך כמו לפי בין אחרי לפני תחת יותר מאוד ידי שלו שלה שלנו שלהם אותו אותה`,
  hi: `का की के को में से पर ने है हैं था थी थे और या कि यह वह ये वे इस उस इन उन जो तो भी ही हो होगा होगी होंगे हुआ
    हुई हुए करने किया किए करता करते करती करेगा करेगी करेंगे गया गई गए एक अपने अपनी अपना हम हमारे हमारी लिए साथ तक बाद
    रहा रही रहे जा जाएगा जाएगी जाएंगे द्वारा कहा वाले वाली वाला`,
  vi: `và là của có cho các những được trong với đã sẽ đang này đó từ đến tại trên dưới về theo như khi để do bởi vì
    nên mà thì cũng rất hơn nhất một bị vào ra lên xuống sau trước tôi chúng ta họ ông bà nếu hoặc hay còn phải`,
  id: `yang dan di ke dari untuk dengan pada adalah ini itu akan telah sudah oleh dalam sebagai atau juga karena ada
    para kami kita mereka dia ia saya anda bahwa lebih dapat bisa harus saat antara serta agar hingga sejak setelah
    sebelum tersebut hanya`,
  ko: `그 이 저 및 것 것은 것을 것이 것이다 수 등 더 또 또는 그리고 하지만 그러나 대한 대해 위해 위한 통해 따라 우리 우리는 우리의 그는 그의 있다 있는 있습니다 한다 합니다 하는 했다 했습니다
    된다 됩니다 될 할 한 약 모든 로 으로 에 까지 가 은 는 명 명이`,
  ja: `の に は を が と で も へ や か から まで より など する した して しま しました します している していた ます ました です でした だ だった である いる いた ある あった こと もの ため
    この その あの これ それ なる なった よう られ れる れ せ た て な ので のは には では とは また さらに という 的 年度 月 日 年 者 化 約 同 各 私 私たち 我々 彼 に対して による において
    として について により にて に対`,
  zh: `的 了 在 是 将 將 和 与 與 及 以及 对 對 从 從 向 把 被 这 這 那 也 都 就 会 會 等 其 并 並 为 為 以 于 於 之 所 有 个 個 们 我们 我們 他们 他們 她 他 我 你 你们 它 已
    已经 已經 要 能 可以 更 最 很 中 上 下 内 內 里 裡 后 後 前 年 月 日 到 由 让 讓 使 还 還 但 而 或 或者 如果 因为 因為 所以 这个 這個 这些 這些 一个 一個 一 说 說 表示 称 稱 至 约
    約 将会 將會 来 來 去 做 项 項 位 名 全 每 该 該 将在 將在`,
  th: `ที่ ใน ของ และ จะ ได้ ให้ ว่า เป็น มี การ ความ กับ จาก โดย ไป มา แล้ว นี้ นั้น ก็ คือ แต่ หรือ ถ้า เพื่อ ต่อ
    ถึง ตาม ซึ่ง อยู่ ยัง ต้อง ทุก ทั้ง เขา เรา ท่าน ผู้ อัน ๆ กว่า เมื่อ ภายใน ภายใต้ ระหว่าง หลัง ก่อน ปี คน ออก
    เข้า อีก เพราะ ด้วย กล่าว บอก ทำ กัน แห่ง ระบุ เคย อื่น มาก ในปี`,
};

/** Case, accents and Unicode form set aside, but for the vowels of scripts that write them as marks. */
const keyOf = (word: string) =>
  /^[a-z]*$/.test(word)
    ? word
    : word
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC');

const sets = new Map(
  Object.entries(WORDS).map(([language, words]) => [language, new Set(words.split(/\s+/).map(keyOf))] as const),
);

/** Whether a word, in any case, tells nothing in a language, given as a subtag of BCP 47. */
export const isEmptyWord = (word: string, language: string): boolean => sets.get(language)?.has(keyOf(word)) ?? false;

/**
 * The language that a text is in: the one with most of its empty words, if it has more than the expected one; where all
 * letters are plain Latin ones two more, since one can be chance.
 * @param expected a BCP 47 tag; English where there is none
 */
export function languageOf(words: readonly string[], expected: string | null): string {
  const first = (expected ?? 'en').split('-')[0]?.toLowerCase() ?? 'en';
  if (words.some((word) => /[іїєґ]/i.test(word))) return first === 'be' ? 'be' : 'uk';
  const keys = words.map(keyOf);
  const found = (language: string) => keys.filter((key) => sets.get(language)?.has(key)).length;
  const isPlain = words.every((word) => /^[\x20-\x7e]*$/.test(word));
  let best = { language: first, count: found(first) + (isPlain ? 1 : 0) };
  for (const language of sets.keys()) {
    const count = found(language);
    if (count > best.count) best = { language, count };
  }
  return best.language;
}

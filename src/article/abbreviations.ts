/** How a language writes what could be taken for the end of a sentence; words separated by spaces. */
export interface Lists {
  /** Abbreviations that never end a sentence. One with a capital is met only so; another in either case. */
  binding: string;
  /** Abbreviations only before a number. */
  beforeNumber: string;
  /** Abbreviations that may end a sentence: they do before a starter. */
  open: string;
  /** What follows a year or a century: it may end a sentence too. */
  year?: string;
  /** Words that begin many sentences and hardly ever are a name or part of one. */
  starters: string;
  /** Whether "3." before a capital is "third". */
  ordinals?: true;
}

/** What every language has besides its own. */
export const SHARED = {
  binding: 'Dr Prof vs',
  beforeNumber: 'No Nr p pp art fig vol cap ca tel ص',
  open: 'Inc Ltd Co Corp Bros Jr Sr St',
};

export const LISTS: Readonly<Record<string, Lists>> = {
  en: {
    binding:
      'Mr Mrs Ms Mx Messrs Drs Rev Fr Hon Pres Gov Govs Lt Col Gen Maj Capt Cpl Sgt Cmdr Adm Brig Pvt Sen Sens Rep Reps Atty Supt Insp Det Ste Mt Ft Msgr v approx cf e.g i.e viz incl esp Rt Ven Wm Geo Chas Thos Amb Asst Cllr Cdr Comdr Ens Pfc Spc Ald Bp Abp',
    beforeNumber:
      'Nos no nos figs vols ch chs sec secs para paras eq ext ver al c Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec circa min max est b d r Rm Apt Flt Rte Hwy Pt pt Fn fn Col col cl reg regs pars vv Sched',
    open: 'Esq Ave Blvd Rd Dept Assn Univ Calif Mass Conn Ill Fla Ariz Tex Wash Ore Pa Va Md Ga Minn Mich Wis Tenn Colo Mo Penn Okla Nev Ala Ark Kan La Del Assoc',
    starters:
      'a about after all also although among an and another any are as at because before both but by can could despite did do does during each even every few finally first for four from had has have he her here his how however i if in instead is it its just later many meanwhile moreover most my nearly neither no nobody none not nothing now of on once one only or other our out over people perhaps several she should since so some still such ten that the their then there these they this those though three through thus to today two under unlike until was we were what when where whether which while who why with without would yes yesterday yet you your',
  },
  de: {
    binding:
      'Hr Hrn Fr Frl St Ing Dipl Mag Hl hl z.B d.h m.a.W bzw ca vgl evtl ggf inkl exkl sog geb bspw max mind rd urspr dt engl frz lat griech russ Gebr lt gem bes z z.H Rd med jur phil rer nat Abg Bgm Pfr Präs Hptm Maj Oblt Univ',
    beforeNumber:
      'Kap Abs Bd Bde Abb S Tab Ziff Art Jg H Jan Feb Febr Apr Aug Sept Okt Nov Dez min Rn str Abt Anm Aufl Az Nrn Rdnr Ausg Pos Hausnr Bl Sp Z Zi Kl',
    open: 'Mio Mrd Tsd str e.V u.a v.a z.T z.Z i.d.R o.ä Jh Std Min Mill u.U',
    starters:
      'aber alle allerdings als am an auch auf aus außerdem bei beim bis da dabei dadurch dafür daher damit danach dann daraufhin das dass dazu dem den denn der des deshalb die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer er erst es etwa für gegen gestern heute hier ich ihm ihr ihre im in inzwischen ist jedoch jetzt kein keine laut man mehr mit nach nachdem nicht niemand noch nun nur ob obwohl oder ohne schon sein seine seit seitdem selbst sie sind so später sowohl trotz trotzdem über um und unter viele vom von vor während wann war waren warum was weil weitere wenn wer wie wir wo zu zudem zum zur zuvor zwar zwei zwischen',
    ordinals: true,
  },
  fr: {
    binding:
      'M MM Mme Mlle Mmes Pr Me Mgr Ste Sts cf p.ex ex env av apr bd boul c.-à-d éd dir trad Cie Gén gén lt cdt cne adj Vve Bx',
    beforeNumber:
      'n n° nos chap janv févr fév avr juil sept oct nov déc al t tél no N° nᵒ L R réf alin ann bât app sect tit liv coll pl fasc éd ch',
    open: '',
    starters:
      'à afin ainsi c d n qu s alors après au aucun aujourd aussi autre aux avant avec beaucoup bien ce cela celle celui cependant ces cet cette ceux chaque chez comme comment dans de depuis des deux donc dont du elle elles en enfin ensuite entre et hier ici il ils j je l la le les leur leurs lors lorsque mais malgré même moi nous on or ou où par parce pas pendant personne plus plusieurs pour pourquoi pourtant puis quand que quel quelle quelques qui sa sans selon si son sous sur tous tout toute trois tu un une vers voici voilà vous',
  },
  es: {
    binding:
      'sr sra srta sres sras dr dra drs prof D Dña Da lic ing gral gob pdte Mons Sto Sta Av Avda Pza Cía p.ej ej EE FF RR JJ aprox cf cfr Excmo Excma Cnel Tte Sgto Cmdte Arq Abg Rvdo Hno Hna Ilmo Ilma Dip Mtro Mtra Ldo Lda Ing Gob',
    beforeNumber:
      'núm núms pág págs art n.º nº ene feb abr ago sept oct nov dic apdo nro nros Nro párr cód exp ext fol ed tít lib sec disp dto ap',
    open: 'EE.UU FF.AA JJ.OO UU AA OO Ud Uds Vd',
    starters:
      'a ahora al algunos además ante antes así aunque ayer bajo cada como con contra cuando cuatro de del desde después donde dos durante el él ella ellas ellos en entonces entre era es esa esas ese eso esos esta está estas este esto estos fue gracias ha hace hacia hasta hay hoy la las le les lo los luego mañana más me mi mientras mucho muchos muy nadie ni ningún no nos nosotros o otra otro otros para pero poco por porque pues que quien se según ser si sí sin sobre solo su sus también tampoco tras tres tu un una unos y ya yo',
  },
  pt: {
    binding:
      'sr sra srs sras srta dr dra drs dras prof profa eng exmo exma D av Pe gen cel cap maj ten dep sen des gov p.ex ex aprox cf Sto Sta Min brig',
    beforeNumber:
      'n nº núm pág págs jan fev mar abr mai jun jul ago set out nov dez séc no nºs cód inc fl fls ed tít res proc',
    open: '',
    starters:
      'a além algumas alguns ainda além antes ao aos apesar após aquela aquele as assim até cada com como contra da das de depois desde do dois dos durante e é ela elas ele eles em enquanto então entre era essa essas esse esses esta está este estes eu foi foram há hoje isso isto já logo mais mas me mesmo muito muitos na nada não nas nem nenhum ninguém no nos nós o onde ontem os ou outra outro outros para pela pelo pois por porém porque quando quase quatro quem são se segundo sem ser seu seus só sob sobre sua suas também tem tendo todos três tudo um uma você',
  },
  it: {
    binding:
      'Sig Sigg Sig.ra Sig.na Dott Dott.ssa Prof.ssa Avv Ing On Arch Geom Rag Mons Gen Col Ten p.es es cfr dott prof sig avv on SS S V.le P.za Cap Magg Brig Egr Gent Spett Ill Pres Proc Cav Comm Card',
    beforeNumber:
      'pag pagg n num gen feb mar apr mag giu lug ago set ott nov dic sec nn artt tab ed sez D.Lgs d.lgs D.lgs D.L d.l L l D.M d.m D.P.R d.P.R d.p.r cpv',
    open: '',
    starters:
      'a abbiamo ai al alla alle allora altri anche ancora anzi appena che chi ci ciò come con così cosa da dal dalla dei dell all del della delle di dopo dove due durante e è ecco egli era erano essi fino forse fra già gli ha hanno i ieri il in infatti inoltre intanto invece io l la le lei lo loro lui ma mentre molti ne nel nella nessuno niente no noi nonostante nulla o oggi ogni ora per perché perciò però più poi prima può qualcuno quando quasi quattro quella quelle quelli quello questa queste questi questo qui se secondo sei senza si sì sia sono sotto su sua sul sulla suo tra tre tutti tutto un una uno voi',
  },
  nl: {
    binding: 'dhr mevr mw drs ir ing mr dr prof bijv resp incl o.a d.w.z m.a.w m.n t.a.v zgn St vgl jhr mej lt gep',
    beforeNumber: 'nr nrs blz afb hfst lid jan feb mrt apr aug sept okt nov dec no pag jrg bijl dl',
    open: 'mln mld N.V B.V',
    starters:
      'aan al alle als bij daar daarna daarom dan dat de deze die dit door dus een en er geen haar had heeft het hij hoe hun ik in is ja je maar men met mijn na naar niet nog nu of om onder ook op over sinds te tegen toch toen tot twee uit van veel volgens voor waar waarom wat we wel wie wij ze zij zijn zo zonder',
  },
  pl: {
    binding:
      'np tj tzn tzw m.in prof dr hab inż mgr doc ks płk ppłk mjr kpt abp bp kard św bł ul wg zob ds ob woj pow gm m m.st jw pt lek adw sędz nadkom bryg dyw sierż kpr plut chor asp podkom kom insp nadinsp mł kmdr adm ppor rtm mec prok pos dyr wicedyr prez śp s o hr rez',
    beforeNumber:
      'nr str s t ok art ust pkt poz par rozdz rys tab tel godz sygn kl ss zał przyp wyd ryc rozp lp lok Dz.U',
    open: 'tys mln mld min im gen por ok al pl red',
    year: 'r w n.e p.n.e r.p.n.e r.n.e',
    starters:
      'a aby albo ale ani bez bo był była było były choć co coraz czy dlaczego dlatego do dwa dziś gdy gdyby gdzie i ich ile im innym ja jak jaki jako jednak jednocześnie jego jej jest jeśli jeszcze jeżeli już kiedy kto który którzy ma mimo może można my na nad następnie natomiast nawet nie niestety niektórzy nigdy nikt o obecnie od on ona one oni oraz oto po pod podczas podobnie pomimo ponadto poza potem później przed przede przez przy są się sam skoro stąd swoje także tak tam te tego ten teraz to trzy ty tych tylko tym tymczasem u w wcześniej we według wczoraj wielu więc wszyscy wtedy z za zamiast zaś ze zatem że żaden',
  },
  cs: {
    binding:
      'např tzv tj mj ing mgr bc judr mudr phdr doc prof sv ul nám gen plk arch odst resp dr JUDr MUDr PhDr RNDr PaedDr ThDr MVDr npor kpt mjr pplk brig prap tř nábř por',
    beforeNumber: 'č čís str čl s r sv odst obr tab kap odd pozn písm Sb č.p č.j čj',
    open: 'tis mil mld',
    starters:
      'a aby ale ani ano až bez bude by byl byla bylo byly co dále další do dva i jak jako je jeho jejich její jsem jsou k kde kdo když která které který mezi my na navíc ne není nikdo o od on ona oni pak po pod podle pokud poté pro proč proto protože před přes při s se si tady tak také tam ten tedy tento teď to tři tu ty u v ve však více vše z za zatím ze že',
  },
  ru: {
    binding:
      'ул просп пл наб бул г гор пос дер см ср напр т т.е т.к т.н проф акад доц канд докт подп кап лейт св о сост англ лат фр итал исп ок ум гр тов п о.з адм инж преп митр архиеп еп прот свящ чл корр деп през дир кн ш р оз м с т.ч и.о в.о респ',
    beforeNumber:
      'д корп кв стр с ст гл рис табл тел т п ч разд янв февр апр авг сент окт нояб дек № оф эт абз прим прил ил илл вып л лл ф оп пп каб',
    open: 'тыс млн млрд обл мин США им полк ген род нем пер ред зам зав нач',
    year: 'г гг в вв н.э до.н.э',
    starters:
      'а без благодаря более больше был была были было в вдруг ведь весь во вот впрочем все всё вчера вы где да даже два для до ей ему если есть ещё же за зато здесь и из из-за или иногда их к каждый как какой когда конечно которые кто лишь между мы на над наконец не некоторые нет ни никто но ну о об однако он она они оно опять от очень перед по под позже пока после потом потому почему поэтому при про раньше с сам сегодня сейчас со согласно так также такой там тем теперь тогда то тоже только три ты у уже хотя чем через что чтобы эта эти это этот я',
  },
  uk: {
    binding:
      'ім вул просп пл пров бул м смт с напр т.зв проф акад доц канд св о ред тов п пос англ лат нім фр ок гр інж адм митр архієп прот деп дир кн чл оз т.ч в.о т.в.о',
    beforeNumber:
      'буд кв с стор ст гл рис табл тел т ч розд січ лют берез квіт трав черв лип серп верес жовт листоп груд абз прим дод іл вип арк ф оп спр пп оф каб',
    open: 'тис млн млрд обл хв США полк ген див зам зав нач',
    year: 'р рр ст в н.е',
    starters:
      'а або адже але без більше більшість був була були було в вже ви він вона вони воно все втім вчора від де для до є за зараз згідно звідки з зі із і й її інші його їх їхній як яка який які якщо коли кожен крім ледь лише ми на навіть над наприкінці не нема ні ніхто о однак один ось от отже перед під після по поки потім проте про при раніше саме сам своє сьогодні та так також там твій те тепер ти тільки то тоді тому три у усе хоча хто це цей ці ця чи через чому що щоб я',
  },
  be: {
    binding: 'ім вул праф акад св г гл напр п пл т т.зв ген зав дац в с р м інж дэп в.а т.ч арх',
    beforeNumber: 'с ст д кв гл мал тэл арт п пп абз дад вып арк ф воп спр',
    open: 'тыс млн млрд вобл',
    year: 'г гг ст в н.э',
    starters:
      'а або але без быў была былі было у ў вы він даў для да дзе за зараз з і із іх калі кожны мы на не няма ні ніхто ён яна яны яно яго яе але пасля па потым перад пад пры пра раней так таксама там тады таму толькі тры усе хто хаця цяпер гэта гэты гэтыя гэтая што каб я як які',
  },
  el: {
    binding: 'κ κα κκ κ.κ δρ Δρ καθ π.χ δηλ βλ λ.χ ό.π Αγ αγ πρβλ Γεν στρ καθηγ βουλ Μητρ Σεβ',
    beforeNumber:
      'αρ σελ αρθ τηλ τ κεφ Ιαν Φεβ Μαρ Απρ Ιουν Ιουλ Αυγ Σεπτ Οκτ Νοε Δεκ ν Ν π.δ Π.Δ άρθ παρ εδ τόμ αριθ σ σσ',
    open: 'εκατ δισ χιλ',
    starters:
      'α αλλά αν από αργότερα αυτά αυτή αυτό αυτός για γιατί δεν δύο εάν εγώ είναι είχε εκεί ενώ επίσης η ήταν ή θα και κάθε καθώς κατά κι λοιπόν μα με μέσα μετά μέχρι μη μια μόνο να ο οι όλα όμως όπως όταν ότι όχι πάντως παρά ποιος πολλά πολλοί που πριν προς πώς σε σήμερα στα στη στην στις στο στον στους τα τη την της τι τις το τον του τους τότε τρεις των χθες χωρίς ως ώστε',
  },
  hi: {
    binding: 'डॉ प्रो श्री पं स्व कु सुश्री मो ए बी सी डी एफ एच जे के एल एम एन ओ पी आर एस टी यू वी डब्ल्यू',
    beforeNumber: 'सं पृ नं क्र',
    open: '',
    starters: '',
  },
};

/** Languages that write abbreviations much as another does. */
export const ALIASES: Readonly<Record<string, string>> = {
  ca: 'es',
  gl: 'es',
  lb: 'de',
  nds: 'de',
  gsw: 'de',
  sk: 'cs',
  szl: 'pl',
  csb: 'pl',
  mr: 'hi',
  ne: 'hi',
};

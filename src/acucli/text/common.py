"""Common words of English: in them no typing mistake is looked for."""

from acucli.text.listing import word_set

COMMON: frozenset[str] = word_set(
    """
    able about above accept according account across action activity actually added address adult advice afternoon
    against aged agree ahead alive allow almost alone along already alright although always amazing among amount
    animal annoyed another answer anybody anymore anyone anything anyway apart apartment appear apple appointment
    april area around arrive article asked asking august aunt australia available avoid aware away awful back bake
    ball band bank bath bathroom battery beach bear beat beautiful became because become been beer before began
    begin behind being believe below bend bending best better between beyond bigger bike bill bird birthday black
    blame blanket blood blue board boat body book books boot boring born boss bother bottle bottom bought bowl
    boyfriend bread break breakfast bridge brief bright bring broken brother brought brown brush build building
    built business busy butter button cake call called came camera camp cannot capital card care careful carry
    carrying case castle catch caught cause causes center centre chair chance change charge cheap check cheese
    chicken chill chocolate choice choose christmas church cinema city class clean clear climb climbing clock close
    clothes cloud club coat coffee colleague college color come comes coming common company compare complete
    computer concert conference consider continue cook cooking cool copy corner correct cost could count country
    couple course cousin cover crazy cream cross crowd cruise customer cycle cycling daily dance dancing dark date
    daughter days dead deadline deal dear december decide decided deep degree dentist depend desk different
    difficult dinner direct dirty discuss dish distance doctor does dogs doing done door double doubt down dozen
    draw dream dress drink drinking drive driver driving drop drove during each earlier early earn earth easily east
    easy eating egg eight either elderly elevator else email empty ending engine england english enjoy enough enter
    entire especially europe even evening event ever every everybody everyone everything everywhere exactly exam
    example excellent except excited excuse exercise exercises expect expensive explain extra eyes fact factory fair
    fall falling family famous farm fast father fault favourite february feed feel feeling feels feet fell felt
    fence festival field fight figure film final finally find fine finger finish finished fire first fish five fixed
    flat flew flight floor flower flying follow food football force foreign forest forever forget form forward found
    four free french friday fridge friend friends front fruit full funny furniture future game garage garden gave
    general gentle german getting girl girlfriend give given gives giving glad glass glasses goes going gone good
    grandma grandpa grass great green grew ground group grow guess guest guide guitar guys hair half hall hand
    happen happened happens happy hard hardly hate have having head hear heard heart heat heater heating heavy
    height held hello help helped helping helps here hers high hiking hill himself hire hobby hold holding hole
    holiday holidays home homework honest hope hopefully horse hospital hotel hour hours house housework however
    huge human hundred hungry hurry husband idea imagine important improve inch inside instead interest interesting
    internet interview into involve iron island issue itself jacket january japan jeans jobs join joined joke
    journey juice july jump june just keen keep keeping kept keyboard kick kids kind kitchen kite knew know knowing
    known lady lamp land language laptop large last late lately later laugh lawn lead leading learn least leave
    leaving left legs less lesson letter level library life lift lifting light like likely line list listen litre
    little live lived lives living local lock london long longer look looked looking looks lose losing loud love
    lovely lover lower luck lucky lunch machine made main make makes making manage manager many march mark market
    married marry match matter maybe meal mean means meat medicine meet meeting meetings member mention menu message
    met metal middle might mile miles milk mind mine minute minutes mirror miss missed mistake modern moment monday
    money month months more morning most mother motorbike mountain mouse mouth move moved movie moving much mum
    music must myself name named near nearly necessary need needed needs neighbour neither nervous never news
    newspaper next nice niece nine nobody noise none noon normal normally north nose note nothing notice november
    number nurse ocean october offer office often older once ones online only open opened orange order other others
    ought ours outside oven over owner package page pages paid paint painting pair paper parcel parents park parking
    part partner party pass passed past path patient pause paying pencil people percent perfect perhaps period
    person phone photo piano pick picture piece pillow pint pipe place plan plane planet plant plastic plate play
    played player playing please plenty point points police polite pool poor popular positive possible post potato
    power practice prefer prepare present press pretty price print private probably problem problems produce program
    project promise proper proud public pull pure purple push pushing puts putting quarter question questions quick
    quickly quiet quit quite race radio rain raise ran rather reach read reading ready real realise really reason
    receive recent recently recipe recommend record reduce regular relative remember rent repair repeat reply report
    rest restaurant result return rice rich ride riding right ring river road roof room rose rough round row rule
    running safe said sale salt same sand saturday sauce save says school science scissors score screen seat second
    secret seem seemed seems seen sell send sense sent september series serious serve service session several shall
    shape share sharp sheet shelf shift ship shirt shock shoe shoes shop shopping short shorts should shout show
    showed shower shut sick side sign silent silver similar simple simply since sing singing single sister sit site
    sits sitting situation size skating skiing skin skirt sleep sleeping slept slow slowly small smart smell smile
    smoke snow soap social sock socks sofa soft sold some somebody somehow someone something sometimes somewhere
    song soon sort sound soup south space spain spanish speak special speech speed spell spend spent spicy spoke
    spoon sport sports spread spring square stage stair stairs stand standing star start started starting starts
    state station stay stayed step steps stick still stomach stone stood stop stopped store storm story straight
    strange street strong student study studying stuff style subject such sudden suddenly sugar suggest suit summer
    sunday sunny supper support suppose supposed sure surprise sweet swim swimming system table take taken takes
    taking talk talking tall taste taught teach teacher team tell telling temple tennis tent term test than thank
    thanks that their them themselves then there these they thing things think thinking third this those though
    thought thousand three through throughout throw thursday ticket tidy till time times tiny title today together
    toilet told tomorrow tonight took tool tools tooth total touch toward towards towel tower town toys traffic
    train trained trainer training translate travel travelled travelling tree tried trip trouble trousers true trust
    truth trying tuesday turn turned turning twelve twenty twice type typical ugly umbrella unable uncle under
    understand university unless until upon upset upstairs used useful user uses using usual usually vacation valley
    various vegetable vegetables version very video view village visit visited visiting voice wait waited waiter
    waiting walk walked walking wall wallet want wanted wants warm wash washing waste watch watching water wave weak
    wear wearing weather website wedding wednesday week weekend weekends weeks weight welcome well went were west
    what whatever wheel when whenever where whether which while white whole whom whose wide wife wild will wind
    window wine winter wish with within without woman women wonder wonderful wood word words wore work worked worker
    working works world worried worry worse worst worth would wrap write writing wrong wrote yard yeah year years
    yellow yesterday yoga young your yours yourself zero apply basically capital compile contact convert currency
    delete desktop download error folder france germany invoice linux lyrics mortgage password poem python query
    recipe software stock tax translate tutorial usage weather windows abroad accident actor actress adopt afford
    airport alarm alcohol alphabet angle ankle anxious apologise appeal architect argue armchair arrange arrest
    artist aspect assist attack attempt attend attract audience author autumn average award awkward backpack badly
    balance balcony ballet balloon banana bargain baseball basic basket basketball beard bedroom beef behave bench
    benefit blind blouse blow boil bomb bone border borrow bowling brain branch brand brave breath brick bride broad
    budget buffet burger burn bush cable cafe calendar calm candle cap captain career carpet carrot cartoon cash
    cave ceiling celebrate century ceramic certain champion channel chapter character charity charming chat cheek
    cheer chef chemistry chess chest chips circle citizen classic clever client cliff climate closet coach coast
    coin comb comfort comic commute commuting compete complain concentrate concern confirm connect contest control
    cookie cotton cough council cousins credit crime crisis culture curly curtain cushion custom damage danger deaf
    decade december decorate defend definitely delay deliver demand design dessert destroy detail develop diary
    dictionary digital direction disappear discover disease distant divide divorce document drama drawer drill drug
    dryer dull duty eager earring economy edge edit educate effect effort elect electric employ encourage enemy
    energy engineer enormous environment equal escape essay event evidence evil exact examine exchange exist exit
    experience expert explore extreme fabric factor fail faith fancy fashion feature female ferry fetch file fill
    firm fishing fitness flag flame flavour float flood flour focus fold folk formal fortunate fountain frame
    freedom freeze frequent fresh fresher fried fries frozen fuel function gallery gather generous geography ghost
    giant gift glove goal goat gold golf graduate grand grape grateful grey grill guard habit hammer handle hang
    harbour hardware harm hate heaven helmet hero hidden hike history hockey horrible horror host human humour hunt
    ideal ignore illegal image immediate impress include income increase independent indoor industry inform injure
    inn insect instruct insurance intelligent intend invite island jail jewel journal judge jungle justice kilometre
    king kiss knife knock label ladder lake lamb landlord lane laundry lawyer layer lazy leader leaf leather lecture
    legal lemon lend length lettuce licence lion logical lorry luggage magazine magic mail male manner manual master
    maths mayor measure media medical melon memory mend mental method middle military mission mixed mobile model
    modest monkey monster motor movement murder muscle museum mushroom musical mystery narrow nation nature navy
    neat negative nephew network noisy novel nowadays object obvious occur odd officer oil okay onion opera opinion
    opposite option organise original outdoor outfit oxygen pack palace pale panel pasta patience pattern peace
    peanut pear pepper perform permit pet petrol phrase physics picnic pilot pink pizza pleasant poet policy pop
    position pound powder praise prayer pregnant president pressure prevent prince princess prison prize process
    product profession profit pronounce protect prove provide punish pupil purpose purse puzzle quality quantity
    queen queue rabbit railway range rapid rare raw react receipt recognise recycle refuse region regret relation
    relax release religion remain remove replace request rescue reserve respect respond responsible restore retire
    review reward rocket role romantic root rope route royal rubbish rude ruin runner sad sail salad salary sample
    sandwich satisfy scared scene schedule scientist scooter search season secretary section select selfish senior
    sensible sentence separate servant settle severe sew shade shadow shake shallow shame shampoo sheep shelter
    shine shiny shoot shore shy signal silence silk silly sink skate skill slice slide slim slip smooth snack snake
    society soldier solid solve source spare specific spider spill spirit split spot staff stamp statue steal steam
    steel steep stir stream strength stretch strict strike string struggle studio stupid succeed success suffer
    suitable suitcase surface surround survive swear sweater switch sword talent tank tape target task taxi tear
    technique technology teenager tempt tend terrible terrific theatre theme theory thick thief thin thirsty thread
    threat tie tiger tight tin tired toast tobacco toe tomato tone topic tour tourist track trade tradition
    translation trap treat trick tropical truck tune tunnel twin ugly uniform union unit universe unusual update
    upper urban urgent vacuum valuable van variety vehicle vet victim violin virus volunteer vote voyage wage wake
    warn wealth weapon web weird wet whale whisper whistle wing wire wise witness wool worthy wound writer yacht
    """
)

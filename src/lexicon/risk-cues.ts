import type { RiskCategory } from '../claim.ts'

/**
 * How strongly a phrase says that something is wrong. `harm`: it states a harm, limit or doubt by itself. `lean`: it does with a topic or
 * another lean beside it. `topic`: neutral, it only tells which category is meant. `hint`: the same, weaker.
 */
export type CueStrength = 'harm' | 'lean' | 'topic' | 'hint'

/**
 * Phrases: words in lower case with `|` between alternatives, `*` for any ending, `~N` for up to N words between. Hyphens count as
 * spaces, and "n't" as "not". One phrase a line.
 */
export const categoryCues: Record<RiskCategory, Partial<Record<CueStrength, string>>> = {
  privacy: {
    harm: `
      gave|gives|give|giving up|away|out ~2 personal|private|customer|user|confidential|patient
      prompts|chats|data|conversations|inputs|logs ~2 kept|stored|retained|logged ~2 for ~1 days|months|years|up|at|30|90|a
      sends|send|passes|transmits|shares|shared ~3 data|prompts|conversations|information ~3 third|advertisers|partners|china|abroad
      hosted|processed|operated|runs|stored in|from china
      privacy ~2 group*|organi*|advocate*|campaigner*|activist* ~3 criticiz*|criticis*|complain*|object*|sue*|condemn*
      without sharing ~3 personal|private|sensitive
      retain*|stor*|kept|logged ~2 by ~3 company|vendor|provider|maker|parent|lab
      obscur* ~3 data|information
      not ~2 understand|know|told|aware ~3 data|information
      reveal*|divulg*|spill* ~5 personal|private|sensitive|confidential ~1 information|data|details|secrets
      not control ~2 where|who|what|how ~2 information|data
      privacy ~1 implications
      privacy ~1 concern*|risk*|violation*|breach*|implication*|issue*|problem*|worr*|fear*|scandal*|complaint*|questions|threat*
      prompts|chats|conversations|inputs|recordings ~6 to improve|train
      no ~1 way|option|setting ~6 opt|delete|disable
      concern*|questions|worries|issues ~3 data privacy
      unclear|weak|lax|poor|inadequate privacy
      ask*|push*|urg*|prompt*|encourag*|nudg*|requir* ~2 users|people|patients|customers|them|you to upload|share|submit|connect ~4 health|medical|personal|private|sensitive|financial|data|records|photos
      upload*|shar*|hand*|feed*|submit* ~3 sensitive|private|personal|health|medical|genetic|biometric ~2 data|information|records|details|results ~8 with|to|into|means|within|occur*
      solicit* ~6 data|information|records
      collect*|harvest*|hoover*|gather*|logs|logged|logging ~5 user|users'|personal|private|biometric|location|keystroke|health|chat ~2 data|information|patterns|history|conversations
      user|users'|personal|health|customer|private data|conversations|chats|prompts ~8 train|training|advertis*|sold|sell|stored|retained|logged|permanently
      data|conversations|prompts|information ~4 stored|sent|transmitted|transferred|processed|routed ~3 china|chinese|servers|abroad|overseas|permanently|indefinitely
      broad use of ~1 user|users'|personal data
      data leak*|breach*
      upload*|send*|shar* ~3 by default
      keeps|kept|retains|retained|stored|store ~5 years|months|indefinitely|permanently
      store|stores|stored|storing|keep*|retain*|logs|logged|logging|save|saves|saved ~3 conversations|chats|prompts|recordings|keystrokes ~6 by|for|on|indefinitely|days|years|unless
      broad|extensive|invasive|aggressive ~1 data collection|gathering|practices
      collects|collecting ~3 user|users'|extensive|personal|biometric ~2 information|data
      government access
      hand* over ~3 data
      leak* ~3 conversations|chats|user|users'|personal|private|customer
      expos* ~3 personal|private|user|users'|customer|sensitive ~1 data|information|conversations|chats
      without ~4 consent
      invasi* of privacy
      data protection ~2 concern*|violation*|complaint*|probe|investigation
      privacy watchdog*|regulator*|advocate*|campaigner*|commissioner*`,
    lean: `
      your|their|users' private|personal|sensitive|intimate ~1 data|information|records|conversations|life
      surveillance
      opt out
      data retention
      facial recognition`,
    topic: `
      privacy
      health data|records|information
      medical records|data|history
      personal|private|sensitive|user|users'|customer data|information
      data protection|collection|sharing|handling
      retain* ~3 data
      gdpr
      consent
      biometric*`,
  },
  safety: {
    harm: `
      steered|coaxed|talked|tricked|nudged|goaded into
      safety|red ~1 test*|evaluation*|review* ~2 cut|skipped|rushed|shortened|incomplete|missing
      damag*|destroy*|undermin*|weaken*|erod*|jeopardi* ~4 monitorab*|oversight|safety|guardrails|safeguards|trust|security|privacy
      playing with fire
      race to the bottom
      sidestep*|side ~1 chain|guardrails|safeguards|monitoring|oversight|record
      pose|poses|posed|posing ~3 risk*|threat*|danger*
      risk|risks|threat|threats|danger|dangers ~2 pose|poses|posed
      significant|serious|grave|major|considerable|substantial|heightened|inherent|enormous risk*|threat*|danger*
      safety experts|researchers|advocates ~5 rattled|alarmed|worried|concerned|alarm*
      guardrails|safeguards|filters|protections|restrictions ~4 bypassed|circumvented|evaded|skirted|defeated|stripped|disabled|switched
      bypass*|circumvent*|evad*|skirt*|dodg*|defeat*|subvert* ~3 guardrails|safeguards|filters|restrictions|protections|controls|rules
      break|breaks|broke|breaking|escape* ~2 of|from ~3 sandbox*|containment|confines|test
      addict*|addiction
      psychosis|delusion*
      weaponiz*|weaponis*
      mental health ~2 crisis|risk*|harm*|concern*|problem*
      not ~6 safe by default
      harder|difficult|impossible to ~1 monitor|interpret|inspect|audit|oversee|supervise
      reasoning|chain|thoughts ~3 harder|difficult to read|follow|see
      monitorability ~3 decreas*|declin*|reduc*|fell|drop*|degrad*|lower|worse*
      engage|comply|complies|answer|answers ~3 prompts|requests ~4 refuse*|decline*
      lack of|any ~2 guardrails|safeguards|safety|oversight|moderation
      lacks|lacking|without|missing|absent ~3 guardrails|safeguards|safety|oversight|moderation
      weak*|insufficient|inadequate|lax|loose|rushed|poor|fewer|no|thin|minimal ~1 guardrails|safeguards|safety|moderation|oversight
      bypass*|circumvent*|evad*|sidestep*|strip*|remov* ~4 guardrails|safeguards|filters|safety|restrictions|protections
      harmful|dangerous|unsafe|toxic|violent|explicit|abusive|graphic|illegal|disturbing ~2 actions|acts|content|outputs|output|instructions|responses|behavior*|behaviour*|requests|material|images
      fail* ~2 safeguard*|guardrail*|safety|moderation
      trivial*|easy|easily|simple|simply ~2 bypass*|circumvent*|jailbr*|evad*|fool*|abus*|misus*|manipulat*|remov*|stripp*|tricked
      manipulat* ~3 user*|people|children|teens|human*
      sexually|sexual
      nudif*|undress*
      attempt* to ~1 steal|copy|escape|disable|sabotage|blackmail|deceive
      copied|copy|copying itself
      sabotag*
      disabl* ~2 oversight|monitoring|safety
      safety ~1 concern*|risk*|issue*|problem*|questions|fear*|incident*|failure*|gap*|worries
      instructions|recipe|recipes|guidance ~2 making|make|build|building|synthesi*|produc* ~3 bomb*|weapon*|agent|agents|explosive*|pathogen*|virus*|drug*|poison*|malware
      instructions|recipe|guidance ~4 bomb*|weapon*|nerve|explosive*|pathogen*|poison*
      blackmail*
      deception
      deceptive|deceitful|manipulative|misaligned|unethical|concerning|alarming|disturbing|troubling ~1 tendenc*|capabilit*|reasoning|responses
      deceptive|deceitful|manipulative|misaligned|unethical|concerning|alarming|disturbing|troubling ~1 behavior*|behaviour*|tactics|actions|alignment|strategies
      deceiv* ~3 users|evaluators|testers|operators|humans|developers
      lied|lies|lying to
      reckless*|sloppy|irresponsib*|careless*
      put*|puts|putting ~3 at risk
      scheming
      sandbag*
      misalign*
      reward hack*
      power seeking
      self exfiltrat*
      alignment faking
      sycophan*
      self harm
      suicid*
      nonconsensual
      non consensual
      deepfake*
      sexualiz*
      sexualis*
      child sexual abuse
      csam
      unintended consequences|actions|behavio*
      potential for ~1 misuse|abuse|harm
      ethical ~1 concern*|question*|dilemma*|implication*|challenge*|issue*|risk*|minefield
      concern* ~3 misuse|abuse|safety|ethic*
      catastrophic ~1 risk*|harm*|misuse|consequences
      uplift ~4 weapon*|bio*|novice*|attack*
      resist* ~1 shutdown|shut
      refus* to ~2 shut|comply
      went|go|goes|going rogue
      delet* ~3 database|files|production|codebase|data
      emotional|unhealthy|parasocial|romantic ~5 dependence|reliance|attachment*|dependency|bonds|partner*|relationship*
      insufficiently|inadequately|poorly|barely ~1 aligned|tested|secured|moderated|supervised
      overly ~1 agreeable|flattering|permissive|compliant
      compli* with ~2 harmful|dangerous|malicious
      misus* ~2 by|for|to
      could|can|may|might be misused|abused|weaponi*`,
    lean: `
      misbehavio*
      manipulat*
      workaround*
      biological|chemical|nuclear|radiological weapon*
      bioweapon*
      minors|children|teens|teenagers|kids|underage
      misuse*
      malicious*
      shutdown|oversight
      autonomous* ~2 action*|weapon*`,
    topic: `
      safety
      dual use
      cbrn
      safety test*|evaluat*|review*|assess*|culture|practice*|documentation|card*|report*
      alignment
      guardrail*
      safeguard*
      red team*
      moderation
      medical|human oversight
      preparedness framework`,
    hint: `
      harmful
      dangerous
      system card`,
  },
  misinformation: {
    harm: `
      discern*|separat*|distinguish*|tell|telling ~3 fact|truth ~2 fiction|falsehood|lies
      watermark*|metadata ~5 stripped|removed|cropped|bypassed|erased|absent|missing
      misinformation
      disinformation
      fake news|videos|images|photos|audio|content
      fake|fabricated|doctored|faked ~1 clip*|recording*|voice*|image*|video*|audio|photo*|stories|reviews
      false ~1 narrative*|news
      propaganda
      conspiracy
      mislead* ~2 content|public|voters|viewers|information|images
      election* ~3 interfere*|manipulat*|mislead*
      spread* ~2 false*|falsehood*|lies|rumor*
      hard|harder|difficult|impossible to ~1 tell|distinguish|spot ~6 real|fake|genuine|generated
      distinguish*|tell|telling ~6 real|fake|genuine ~10 difficult|hard|harder|impossible
      indistinguishable from ~1 real|genuine|authentic
      impersonat*
      ai slop`,
    topic: `
      watermark*
      synthetic media
      provenance
      fact check*`,
  },
  medical: {
    harm: `
      hospitals|doctors|patients|clinicians ~1 should|must not
      medical|clinical|diagnostic ~1 use|uses|purposes ~2 not
      questionable|bad|wrong|harmful|dangerous|incorrect|unsafe|misleading|inaccurate|poor|flawed ~2 medical|health|clinical|dietary|nutrition* ~1 advice|information|recommendation*|guidance|diagnos*|answers|suggestions
      medical|health|clinical advice|guidance|recommendations ~5 bad|wrong|dangerous|harmful|incorrect|unsafe
      advice ~2 bad|dangerous|harmful|unsafe
      harmful ~1 recommendation*|advice
      misdiagnos*
      dangerous|wrong|incorrect|fatal|lethal ~1 dose|doses|dosage|medication|prescription
      should|must|may not ~3 diagnos*|treatment|treating|medical
      misinterpret*|misread*|misreads ~4 medical|lab|symptoms|scans|scan|blood|test|health|clinical|levels|results
      not ~3 substitute|replacement for ~4 doctor*|medical|professional*|physician*|clinician*|therapist*|care
      not ~3 fda
      not a medical device
      not ~2 approved ~2 medical|clinical
      should not ~3 medical|diagnos*|clinical
      overdos*`,
    topic: `
      medical|health|clinical advice|diagnos*|recommendation*|decision*
      doctor*
      physician*
      clinician*
      patient*
      diagnos*
      medication*
      symptom*`,
    hint: `
      medical
      health
      clinical
      therap*`,
  },
  security: {
    harm: `
      opens|opened|opening ~2 door|doors to|for ~3 abuse|misuse|attack*|theft|fraud|data|leak*|hackers|attackers|scam*
      data theft
      talked|tricked|coaxed|manipulated into
      bypass*|circumvent*|evad*|breach*|outwit* ~3 defenses|defences|protections
      attack|attacks by|on|against|from
      injection|poisoning|distillation|phishing|brute attack*|attempts
      breach|breached|breaches|breaching ~5 system*|network*|compan*|organi*|server*|database*|account*|infrastructure
      unauthorized|unauthorised|illicit ~2 access|use|tokens|entry|activity|account*|party|transaction*|purchase*
      compromised ~3 key*|account*|credentials|session*|token*|system*|machine*|package*|device*
      gain* ~3 access to ~5 internet|system*|network*|server*|account*|data|files
      accessed|reached|reach ~1 internet
      steal*|stolen|theft ~3 token*|account*|subscri*|session*
      malicious ~2 package*|software|code|file*|link*|extension*|content|actor*|skill*|website*|email*
      poison* ~3 package*|data|model*|training|repositor*|dataset*
      rogue ~1 agent*|model*|behavio*|ai
      advis*|urg*|warn*|recommend*|told ~3 organizations|companies|users|firms|enterprises|customers|developers to ~1 block|avoid|ban|stop|disable|uninstall|restrict
      jailbreak*
      susceptible to
      hidden|malicious|injected|adversarial ~1 instruction*|prompt*|command*|input*
      trick* ~4 into
      jailbroke*
      prompt injection*
      vulnerable to
      vulnerabilit* in|that|could|allow*|let|lets
      security|critical|serious|severe|known|troubling|exploitable|multiple|new|similar|same vulnerabilit*
      malware
      ransomware
      phishing
      cyberattack*
      cyber attack*
      zero day*
      backdoor*
      security ~1 flaw*|hole*|risk*|concern*|issue*|incident*|gap*|problem*|bug*|breach*|lapse*|questions|weakness*
      remote code execution
      leak* ~2 system prompt|api|keys|credentials|source|weights
      expos*|unsecured ~2 database|server|keys|credentials|endpoint*
      take|took|taking|takes over ~4 network|account*|system*|computer*|machine*
      insecure|unsafe|exploitable ~1 code|output*
      exfiltrat*
      weak|no|poor encryption
      unencrypted
      plaintext|plain text password*|data
      arbitrary code|commands
      social engineering
      attack surface
      autonomous*|independently ~3 hack*|exploit*|attack*
      steal* ~3 credential*|keys|data|passwords|weights
      supply chain ~1 attack*|risk*|compromise
      hackers|attackers|criminals|adversaries ~3 use|used|using|exploit*|could|can|abuse*|manipulat*
      exploit* ~2 vulnerab*|flaw*|bug*
      national security ~1 concern*|risk*|threat*
      scam*|fraud|fraudulent`,
    lean: `
      vulnerab*
      attacker*|hacker*|hacked|hacking
      exploit*
      offensive
      state actor*|linked|affiliated
      cyber* ~1 risk*|capab*`,
    topic: `
      security
      cyber*
      attack*
      injection*
      system prompt
      sandbox*
      permissions`,
  },
  bias: {
    harm: `
      reflect*|encode*|mirror* ~2 western|american|chinese|us ~2 views|values|norms|perspective*|worldview
      avoid*|evade* ~1 questions|topics|subjects ~3 about|on
      refus*|declin* ~1 to ~1 discuss|questions|topics|answer ~3 about|on ~2 tiananmen|taiwan|xinjiang|politic*|china|sensitive
      lean|leans|leaning|skew* ~2 left|right|western|liberal|conservative
      biased
      bias* ~4 concern*|remain*|persist*|issue*|worr*|problem*
      concern*|issue*|issues|questions ~4 bias|biases|fairness
      accent*|dialect*|skin ~6 worse|misheard|less|wrong|fail*|struggl*
      dodg*|deflect* ~4 question*|topic*
      refus* to ~1 answer|discuss|acknowledge ~3 question*|topic*|politic*|events
      gender|racial|political|cultural|social|demographic|ideological|systemic|inherited|inherent|potential|western bias*
      bias* ~2 in|against|toward*|present|inherent
      discriminat* ~1 against|output*|content|outcome*
      discriminatory
      stereotyp*
      racis*
      sexist
      antisemit*
      hate speech
      hateful
      offensive ~2 content|output*|remarks|language|comments|responses
      slurs
      censor*
      politically|ideologically ~1 slanted|skewed|charged
      refus* to ~1 answer|discuss ~5 political|taiwan|tiananmen|sensitive
      reinforc*|amplif*|perpetuat*|reflect* ~3 bias*|stereotyp*|prejudice*
      party line
      echo* ~4 views|opinions|propaganda
      checks|consult* ~4 views|opinions ~2 before|on
      worse|poorly|lower|less ~4 for|on|in ~2 women|minorit*|dialect*|low|non|other ~1 resource|english|languages|people|users|speakers`,
    topic: `
      bias*
      underrepresent*
      fairness
      ideolog*
      political*`,
  },
  copyright: {
    harm: `
      authors|artists|publishers|labels|studios|creators ~3 court|suing|sue|sued|protest*|object*
      onus|burden on ~3 copyright|rights|creators|artists|owners|publishers
      copyright ~1 infring*|claim*|lawsuit*|concern*|violation*|dispute*|battle*|suit*|issue*|complaint*|question*|problem*|fight*
      infring*
      sue|sued|suing|sues|lawsuit* ~12 articles|books|songs|works|images|music|copyright*|lyrics|authors|artists|publishers
      reproduc* ~3 articles|lyrics|passages|works|verbatim|copyrighted
      violat* ~3 copyright*|intellectual|trademark*
      plagiari*
      pirated
      piracy
      unauthori* ~1 use|reproduction|copy*|distillation
      trained on ~3 copyrighted|pirated|stolen|scraped
      copyrighted ~3 without|unauthori*
      without ~3 permission|compensation|consent|credit|paying|authorization
      without a license|licence
      cease and desist
      unless ~6 opt|opted out
      copyrighted ~1 characters|material*|works|songs|books|images|articles|styles|content
      style of ~4 artist*|studio*|author*
      stolen|steal* ~3 work*|art|content|songs
      distill* ~3 from ~3 openai|gpt|claude|chatgpt|competitor*|rival*
      intellectual property ~2 theft|concern*|risk*|violation*|issue*|question*
      likeness* ~3 real people|actors|celebrit*|without`,
    topic: `
      copyright*
      intellectual property
      likeness*
      trademark*
      fair use
      creators|artists|authors|musicians|studios|filmmakers|hollywood`,
  },
  reliability: {
    harm: `
      step sideways|backward|backwards|back
      jump|improvement|gain|gains|progress|difference is|are|was|were|feels ~1 small|minor|marginal|modest|slim|negligible
      marginal at best
      little|no|barely|hardly ~1 difference|improvement|progress|gain from|over|compared|between|in
      poor|bad|wrong fit|choice|match for
      made|makes|make a mess
      not asked|told|meant to
      claim*|pretend*|declar* ~4 victory|success|done|finished|run|ran|fixed ~3 too|prematurely|not|without
      declare*|declaring victory|success
      long winded|longwinded|rambling|ramble|rambles
      filler|boilerplate|fluff
      knows|know nothing|little after|about|beyond|of
      knowledge stops
      misspel*|misspelt
      math|maths|reasoning|grammar|logic|memory|support|output is|are|remains ~1 shaky|spotty|weak|patchy|poor|thin
      sounds|sound|reads|read ~1 robotic|flat|generic|stilted|artificial|wooden|mechanical
      more ~1 promise|hype|marketing|demo|theory|toy than
      only ~3 usable|useful|works|work|reliable|effective in|on|for|up
      window|limit|context shrinks|drops|falls to
      works|work|runs ~3 in|on|with ~1 chrome|windows|ios|android|english|macos|mac|desktop only
      mixes|mixed ~3 words|languages|english|chinese into
      noticeable|perceptible|annoying|significant delay*|lag|pause|pauses|wait
      servers|service|site|api ~1 was|were|is|are|went overloaded|down|unreachable|offline|unavailable|slow
      returned|returns|throws|threw|gives|gave|with ~2 errors|error
      expect ~2 bugs|errors|glitches|hiccups|rough
      is|are|remains still ~1 in ~1 beta|alpha|preview|testing|development
      experimental and|feature|features|state|support
      may|might|could|will change|break without|at|in|before|between
      users|developers|testers|customers|some|people|we|reviewers ~1 noted|noticed|found|saw|hit|report|reported|flagged ~4 issues|problems
      usage|memory|compatibility|stability|startup|quality|rendering|latency|reliability|formatting|tooling issues|problems
      leaving|leaves|left ~1 developers|users|teams|customers|people|many ~1 unsure|confused|wondering|guessing|stranded
      less consistent|reliable|accurate|stable|capable $
      none ~3 faithful|reliable|perfect|safe|accurate
      no ~1 model|models|system ~4 clears|passes|reaches|exceeds|solves|tops
      futile|impractical|unusable|infeasible|unworkable|pointless
      remain* ~1 lower|low
      quietly|silently ~1 change*|removed|removes|downgrad*|rout*|switch*|swap*|reduced
      ignor* ~2 system|my|our|your|the ~1 prompt|prompts|instructions|request|requests
      sometimes|often|occasionally|repeatedly invent*|forget*|skip*|ignor*|lose*|repeat*|contradict*
      trip* it|them|him up
      drops|drop|falls|fell|dropped off in|on|at|beyond|past|after|when|with
      latency|delays ~1 goes|go|rises|rise|grows|climbs|spikes
      takes|took|take ~1 about|roughly|nearly|almost|over|up ~1 a|an|one|two|three|several|to ~1 minute|minutes|hours|hour|seconds
      rules|ruling out
      input|output|support|mode|vision|audio|voice|tools|documentation|feature ~1 is|are ~1 missing|absent|patchy|spotty|thin
      not ~1 part of ~2 release|launch|offer|version|preview
      only speaks|understands|sees|reads
      an afterthought
      older|old|previous|rival|original ~2 is|are|was ~1 still ~1 preferable|better|stronger|preferred|faster
      went|going|gone|go|switched|reverted|rolled back to ~2 old|older|previous|earlier|prior|version|sonnet|opus|gpt
      lobotomi*|nerfed|nerf|neutered
      blocks|blocked|refuses|rejects|refused ~3 questions|queries|legitimate|benign|ordinary|prompts
      bought|booked|sent|chose|picked|clicked|edited|deleted ~2 wrong
      not ~1 deterministic|reproducible|repeatable
      results|answers|outputs|quality|performance|scores var*|varies|vary|differ|differs ~2 widely|between|from|by|across|wildly
      weaker ~2 version*|variant*|quantized|quantised
      support|documentation|coverage ~1 is|remains ~1 patchy|thin|spotty|weak|limited
      agreed|agrees with ~1 whatever|everything|anything
      does|do|did not ~1 help $
      early|quickly|soon|then plateau*
      exhaust* ~2 repertoire|ideas|options
      less resourceful|creative|intelligent|nuanced|responsive|expressive ~4 than
      mostly|merely|largely|purely incremental
      drew|draw*|sparked|attracted ~3 critique*|criticism|complaints
      speed|latency|performance|accuracy|quality penalty
      point*|report*|flag*|note*|describ*|encounter*|hit ~2 issues|problems|trouble with
      bit|little|somewhat|rather|noticeably ~1 rigid|stiff|stilted|generic|bland|slow|verbose|clumsy
      pain point*
      adversely|negatively affect*|impact*
      trapped|stuck|caught in ~2 loop*|repetition*
      endless|infinite|reasoning|repetition|repetitive loop|loops|looping
      mix|mixes|mixed|mixing languages
      remain*|is|are|still ~1 weak|poor in|at|on
      you|teams|users|developers|we still need
      stick|sticking|stay|staying|better with ~1 regular|standard|older|previous|base|existing|other
      better off with|using|sticking|elsewhere
      designed|built|meant|intended|trained|optimized exclusively|solely for
      months|years|generation|generations behind
      invalid ~1 output*|answer*|result*|solution*|code|json|response*|call*
      timed|times|timing out
      garbage
      never ~1 finish*|complet*|converg*|recover*|terminat*
      variance ~3 insane|high|huge|large|enormous|wild
      high|huge|large|wild|extreme variance|variability
      at least one failure
      not the ~1 strongest|best|fastest|sharpest for|at|in|on
      missing|absent ~2 feature*|capabilit*|tools|support
      destabili*
      human|manual oversight|review|supervision|verification ~2 crucial|needed|required|essential|necessary|mandatory
      workflow|rollout|integration|causes|adds|hit|hits friction
      introduc*|contain*|riddled|produc*|creat* ~3 bugs|vulnerabilities|defects
      remain*|still ~1 behind $
      highly|very|overly|too|extremely|quite|more|needlessly verbose|wordy|chatty
      so many|several|serious|many ~1 problems|flaws|issues|shortcomings
      hit|hits|hitting ~2 wall|plateau|ceiling
      hurt|hurts|degrades|degraded ~2 performance|quality|accuracy
      lack|lacks|lacking ~3 control|controls
      non deterministic
      not ~2 panacea|infallible
      not ~2 universal|silver|magic|cure ~1 remedy|bullet|solution|wand|all
      especially|particularly|deeply|equally concerning|worrying|troubling|problematic|alarming
      wide|wildly|widely range|different|varying ~2 of ~1 answers|results|outputs
      no|lacks|lacking|without ~4 support
      no ~1 capabilit*|multimodal
      fails|failed|failing ~3 half|third|quarter|most|many|percent|tasks|tests|one
      might|may|could ~1 impact|hurt|degrade|harm|affect ~4 performance|quality|accuracy|results
      is|are|remain*|becomes|become the|a|an ~2 bottleneck*
      dumber|dumbed
      does|do|did not ~1 work $
      does|do|did not ~1 work for|on|in|properly|correctly|reliably|outside|without|offline
      wreak*|wrought|caus* ~1 havoc|chaos
      no ~1 mechanism|way|means|method|guarantee|guarantees|capacity for|to|of|that
      wrong than right
      more often ~1 wrong|incorrect
      require*|need* ~1 human|manual ~1 verification|review|oversight|supervision|checking|intervention|correction
      subtle|logical|factual|frequent|silly|basic|obvious|glaring|elementary|embarrassing|costly|serious|grave|occasional ~1 error*|mistake*|bug*|inaccurac*|misstep*
      less mature|refined|polished|advanced|capable|robust ~4 than|compared
      excessive|overzealous|overly|heavy handed ~2 filter*|refusal*|moderation|censor*|caution*|cautious*|restrict*|guardrails
      unhelpful|useless|evasive|generic ~1 response*|answer*|output*|replies
      not exist
      unexpectedly|annoyingly|surprisingly|noticeably|unusually long|slow ~2 time|to
      delay|delays ~2 in|of|before
      deleted|delete|deletes|wiped|erased ~6 environment|database|project|account|drive|emails|inbox|repository|files
      supports|handles|accepts|covers|speaks|offers|recognizes|understands only
      high profile|repeated|catastrophic|embarrassing|costly failure*
      service|services|disruption ~1 disruption*|affected|hit
      disconnect|mismatch|chasm between
      gap between ~6 demos|marketing|claims|promise*|hype|benchmarks|scores ~4 real|reality|daily|actual|use|practice
      diminished|degraded|inferior|uneven|patchy|spotty|variable|declining|subpar|erratic ~1 quality|performance|accuracy|results|output*|coverage|experience
      downgrade*|letdown*|flopped
      let down
      bumpy|rocky|rough|botched|chaotic|disastrous|messy ~1 launch|rollout|start|debut|release
      launch|rollout|debut|release|update ~3 bumpy|rocky|botched|disaster*|fiasco|mess|chaotic
      sparked|drew|triggered|provoked|prompted ~3 outrage|anger|fury|uproar|ire|complaints|revolt
      backlash|outrage|outcry|uproar|anger|revolt|complaints|frustration ~1 from|over|among|at|against ~3 users|developers|customers|subscribers|community|quality|change*|limits|loss|removal
      erod*|lost|breach* ~2 trust
      crisis of trust|confidence
      not always|consistently|reliably|exactly|entirely ~2 accurate|right|correct|work*|follow*|reliable|available|understand*|clear|obvious|true|produce*|deliver*
      less than ideal|perfect|stellar|impressive|reliable|flawless
      is|are|was|feel*|feels|remain*|still|painfully|noticeably|very|quite slow|sluggish|laggy|janky|finicky|clumsy|verbose|wordy
      still|clearly|notably|significantly trail*
      forget*|forgets|drift*|drifts ~3 context|instructions|conversation|earlier|thread|track
      gets|get|got stuck
      hard|difficult|tricky|tough to ~1 run|deploy|fine|set|steer|control|debug|integrate|use|prompt
      still|remains|highly|largely|purely experimental
      experimental ~1 stage|nature|status|phase
      half baked
      under|below|short of ~2 expectations
      divided|polariz*|split ~3 users|community|opinion*|reviewers|developers|reaction*
      criticiz*|criticis* ~3 for|over|as|because
      unnatural|uncanny|stilted|awkward ~2 speech|voice|prose|phrasing|movement*|motion|faces|output*|pauses
      safety|feature|reliability gap
      remain* ~1 gap|gaps
      misses|missed|missing|overlooks|overlooked ~3 details|context|nuance*|bugs|instructions|errors|steps
      may|might|can|could|will ~2 struggle|struggles
      learning curve
      over engineer*
      overengineer*
      riddled with
      overhyped
      overpromis*
      jarring*
      too ~1 literal|generic|rigid|eager
      harder|worse|slower to ~1 use|read|follow|navigate
      reports|report|reported ~2 repetition|loops|looping|crashes|errors|bugs|failures|refusals|slowdowns|timeouts
      cutoff ~6 limit|limits|stale|outdated|blind
      blind spot*
      hallucinat*
      invent* ~2 citation*|source*|fact*|quote*|case*|detail*|reference*|answer*|thing*
      will|would|can|may|often|sometimes|still|constantly|repeatedly|frequently|occasionally fail|fails
      quality|performance|accuracy|reliability|speed ~3 drop*|suffer*|declin*|degrad*|fell|falls|worse*|deteriorat*|plummet*|collapse*|slip*|dip*
      unnecessary|excessive|frequent|overzealous refus*
      is|remain*|was|are a|an ~1 major|serious|real|big|persistent|recurring issue|problem|challenge
      misheard|mishear*|misidentif*|misgender*|mislabel*|misclassif*|mistranslat*|misattribut*|misquot*
      response|wait|load times|time ~2 tripled|doubled|rose|spik*|increas*|slow*
      timeout*
      differ*|differed ~1 significantly|sharply|widely from
      waste of|time|money
      botch*|mangl*|clunky|choppy|flaky
      trip|trips|tripped up|over
      get|gets|got|getting ~3 wrong
      hit or miss
      leaves|left much|something to be desired
      far from perfect|flawless|solved|fixed|gone|ready|human|reliable|complete|finished
      room for improvement
      not without
      not for everyone
      needs|need|needed|requires ~2 supervision|babysitting|oversight|handholding
      trouble|difficulty|difficulties with|in|handling|following|keeping
      fail|fails|failed ~1 spectacular*|miserabl*|badly|completely|outright
      less knowledgeable|polished|stable|secure|transparent|natural ~4 than|at|in|on|for
      less accurate|reliable|capable|effective|robust|consistent|impressive|useful|powerful|precise|suitable|competitive ~4 than|at|in|on|for|when|with
      lower ~1 accuracy|quality|scores|performance ~1 than|on|in|for
      high|higher|highest|elevated ~1 error|failure|hallucination|refusal rate*
      comes|come with ~3 caveat*|limits|downside*|catch|drawback*|trade*
      sensitive to ~2 prompt*|wording|phrasing
      work in progress
      growing|teething pains|problems
      challenge*|issues|problems|hurdles ~1 remain*|persist*
      shallow|superficial|bland|sterile|wooden|formulaic
      overly|excessively verbose|long|polite|cautious|sensitive|restrictive|confident|simplistic
      limited ~1 knowledge|context|memory|support|understanding|vocabulary|functionality|capabilit*
      limits ~2 usefulness|use|adoption|applications|utility
      not quite
      out of reach
      does|do|did not ~1 quite|yet
      confabulat*
      fabricat*
      makes|making|make things|facts|stuff up
      fail* to|at|on|when|in
      unclear|unknown ~6 perform|performs|handle|handles|scale|scales|work|works|fare|fares
      failure mode*|rate*|case*
      struggl* ~2 with|to|on|at|when|in|if
      fall*|fell short $
      fall*|fell short in|on|at|when
      fall*|fell short of ~2 expectation*|promise*|claim*|goal*|human|standard*|need*
      lag|lagged|lagging|lags behind ~8 in|on|at|when|for
      lag|lagged|lagging|lags in|on|at
      remain*|still|is|was|clearly ~2 behind in|on|at
      fall*|fell|falling behind ~6 on|in|at
      weak ~1 point*|spot*|link|area*|side
      weakness*
      conced*|admit*|acknowledg*|candid ~10 lower|narrower|weaker|behind|limited|worse|shortcom*|gap*|limit*|weak*|deficit*|lag|problem*|flaw*|error*|mistake*|failure*
      weaker ~2 on|at|in|than|for|when
      shortcoming*
      limitation*
      drawback*
      downside*
      flaw*
      performance|capability gap*
      gap* ~1 in|remain*
      inconsisten*
      unreliab*
      inaccura*
      error prone
      wrong|incorrect|erroneous|nonsensical|faulty ~2 answer*|output*|result*|information|fact*|conclusion*|response*|code
      confidently ~1 wrong|incorrect|false
      prone to
      may|might|will not ~2 match|suit|handle|scale|support|work|fit|generali*|replace|satisfy
      nonsense|falsehood*
      not ~2 useful|usable|capable|robust|stable|trustworthy|dependable|consistent|mature|practical|helpful
      refus* ~4 benign|harmless|legitimate|ordinary
      false positives|refusals
      over refus*
      a|main|key|real constraint
      instabilit*|unstable|malfunction*
      bizarre|nonsensical ~1 output*|answer*|response*|translation*|result*
      users|developers|customers|testers|people|subscribers|many ~2 complain*
      ignor* ~2 instructions|prompts|constraints|requests
      misunderstands|misunderstood|misinterpret*|misread|misreads
      unpredictab*|erratic*|nondetermin*
      mixed ~1 results|reviews|reception|bag|reaction*|feedback|response*
      response|reaction*|reception|reviews|feedback|results ~9 mixed|lukewarm|muted|negative
      artifact* ~1 such|like|in|remain*|appear*
      takes|took|take ~3 longer|minutes|hours to
      complain* ~2 that|about|of
      underperform*
      underwhelm*
      disappoint*
      lackluster
      lacklustre
      mediocre
      terrible|awful|useless|horrible
      poor|poorly|bad|subpar ~2 at|on|in|perform*|quality|result*|output*
      worse than|at|on|in|for
      regression*|regressed ~2 in|on|from|for
      degrad*
      buggy
      capped at
      tops|topped|top out at
      will|would not ~1 carry|handle|hold|survive|solve|suit|satisfy|scale
      break|breaks|broke|breaking down $
      fall|falls|fell|falling apart
      get|gets|getting weird|worse|lost|confused|stuck|slower
      fundamental|inherent|architectural|structural|technical|practical constraint*|limits|problems
      feel*|felt|seem*|look* limited|dated|rushed|unfinished|generic|robotic|flat|unpolished|inconsistent
      disrupt* ~2 workflow*|users|service*|teams|developers|production
      workflow|service disruption*
      causing|caused ~3 confusion|disruption*|frustration|errors|failures
      not ~2 substitute|replacement for
      is|are|all|still|remain*|remains text only
      little|bit|slightly behind $
      require*|need* ~1 additional|extra|manual|explicit|constant|careful|significant|heavy ~2 tuning|work|effort|review|setup|testing|supervision|configuration|prompting
      still require*|need*|requires ~4 human ~1 guardrail*|review|oversight|supervision|intervention
      slow to|at|when|for
      crashes|crashed|freezes|froze|hangs
      glitch*
      can not
      could not ~2 handle|complete|solve|match|answer|recogni*|follow|do
      unable to
      incapable of
      does|do|did not ~2 support|handle|generate|process|produce|understand|accept|remember|include|allow|offer|reliably|always|consistently|match|perform|clearly|retain|recogni*|follow|extend|scale
      does|do|did not ~1 have ~1 a|an|any|the|access|support|enough|built
      no|lacks|without|limited support for
      not ~2 supported
      not ~1 possible|suitable|suited|ready|ideal|recommended|intended|designed|optimized|optimised|reliable|perfect|flawless|foolproof|accurate
      no|without|not possess|have ~1 genuine|true|real understanding|comprehension
      lacks|lack|lacking ~4 support|ability|depth|nuance|features|vision|audio|memory|knowledge|understanding|capabilit*|context|consistency|polish
      text only output*
      maxes|max|maxed out at
      limited|capped|restricted to ~3 seconds|minutes|text|english|images|tokens|languages|characters|resolution|hours
      loses|lose|losing ~2 track|context|coherence|thread|detail*
      advise*|recommend*|warn* against using|relying|deploying
      should not be used|relied|deployed|trusted
      may|might|can|could|will|sometimes|occasionally|often ~3 inaccurate|incorrect|mistakes|errors|objectionable|unexpected|nonsensical|outdated
      makes|make|making|made|produces|produced|contain* ~3 mistakes|errors|misalignments|artifacts|typos
      gibberish|garbled
      ground to make up
      brittle|fragile
      outage*|downtime
      not ~3 finished|there yet
      not ~2 production ready
      rather than ~1 finished|complete|polished
      foundation|prototype|preview|start rather than
      only works|supports|handles|accepts|generates|outputs
      slower than|at|to|on|response*|inference
      too slow|long|short|limited|verbose|cautious|expensive
      high|higher|increased|added latency
      overthink*
      overconfiden*
      widely|heavily|sharply criticized|criticised|panned
      dropped|drops|fell|slid|sank|plunged ~9 elo|rank|ranking|leaderboard|place|spot
      scores|score|ratings|usage|quality ~3 dropped|drops|fell|plunged|plummet*|tanked
      knowledge cutoff|cut ~4 not|lack*|stale|outdated
      forces|force users|teams|developers
      not ~2 work well|as well|perform well
      no match for`,
    lean: `
      gap between
      lack of|lacks|lacked
      too many|much|few|little|often
      complain*|complaint*
      caveat*
      trade off*|tradeoff*|tradeoffs
      at the cost|expense of
      errors|mistake*|mistakes
      slow|slower|sluggish
      worse|weaker|weak|poor
      rough edges
      incomplete|immature
      early stage|stages
      crash*
      limited to
      repetitive|robotic output*|answers|prose|responses`,
    topic: `
      accuracy
      accurate*
      reliab*
      latency`,
    hint: `
      coding
      reasoning
      performance
      quality
      output*
      agentic
      long context|horizon
      languages`,
  },
  unverified_claims: {
    harm: `
      hard|difficult|tough|impossible to ~1 square|reconcile with
      independent* ~2 testers|tests|runs|run|test|measurements|evaluations|labs ~3 lower|worse|below|less|disagree*|short|far
      could|can|able not ~1 reproduce|replicate|verify|confirm|validate
      below ~2 claimed|advertised|promised
      rumor*|rumour*|leak|leaks|report|reports|claim|claims ~2 not ~2 confirmed|verified|substantiated
      according to a|an|one ~1 leak|rumor|rumour|anonymous
      claim|claims|number|numbers|figure|figures|score|scores rest|rests|relies|rely|depend|depends on ~1 internal|own|single|one|vendor|private
      is|are|only|just|merely|rough an|a ~1 estimate|guess|extrapolation|projection
      are|is the|its ~2 company|vendor|maker|lab|developer own
      nobody|no ~6 able to ~1 reproduce|replicate|verify|confirm
      nobody|none ~6 reproduce|replicate
      debate|discussion|dispute|speculation|questions ~1 about|over|around ~2 whether|performance|quality|scores|results
      remain*|is|are skeptical|sceptical|unconvinced|wary that|of|about
      evaluated|tested|benchmarked|measured|graded|scored its|their own model*|system*|homework|work
      not ~2 include|contain|offer|provide|report ~2 third party|independent|external
      independent|third party|external ~1 check*|test*|benchmark*|verification|evaluation*|validation|confirmation ~6 not|missing|lacking|absent
      not ~3 peer reviewed
      only time will|can
      time will tell
      remain*|yet to be ~1 proven|tested|demonstrated|shown|verified|validated|seen|proved|established|confirmed
      not check|hold|stack out|up
      not ~4 independent*|external*|widely|publicly ~1 verified|validated|confirmed|tested|replicated|reproduced|audited|benchmarked|assessed
      not ~3 verified|validated|replicated|reproduced|substantiated|checked|confirmed ~2 by|independent*|before|yet|at
      not be ~1 verified|checked|confirmed|reproduced
      none ~6 reproduced|replicated|verified|confirmed|checked|audited
      no|nobody ~3 reproduced|replicated|verified|confirmed|checked|audited
      come* ~1 from the|its ~1 company|vendor|maker|lab|developer|startup
      unverified
      unsubstantiated
      unproven
      no|without|lack* ~2 independent|third|external ~2 verif*|benchmark*|test*|confirm*|evidence|review|evaluat*|validat*|audit*|results
      await*|pending|until|lack* ~3 independent|third party ~2 verif*|test*|evaluat*|benchmark*|confirm*|validat*
      yet to ~2 verif*|confirm*|validat*|independently|replicat*|proven|tested
      real test ~1 will|is|comes|remains
      remains|remain to be seen|proven|verified|tested
      not yet ~2 proven|tested|validated
      claims|claim|figures|numbers|results ~4 not|hard|difficult|impossible ~3 verif*|confirm*|check*|reproduc*
      hard|difficult|impossible to ~2 verify|confirm
      verify the ~2 claims
      is|are|were|was|all|only|entirely|purely self|vendor|company|maker reported
      self reported ~6 not|but|however|caution|skeptic*|rather
      based ~1 on ~2 own ~2 not|rather`,
    lean: `
      marketing claim*|copy|material*
      unconfirmed
      untested
      if the claims|numbers|benchmarks ~1 hold`,
    topic: `
      independent* ~1 verif*|test*|validat*|evaluat*|benchmark*|confirm*
      verif*
      claims
      self reported
      own|internal ~1 benchmarks|tests|testing|evaluations`,
  },
  lock_in: {
    harm: `
      limit|limits|quota|allowance ~1 reset*|resets only|once|every
      hit|reached|reach|hitting ~2 limit|limits|cap|wall after|within|in|before|quickly
      runs|ran|run out within|after|in
      moved|switched|migrated|rerouted|routed to ~4 without ~2 warning|notice|consent|asking|telling
      without ~1 warning|notice
      only the ~1 smaller|small|base|older|distilled|lite|mini ~2 is|are ~1 open|available|public|released
      stays|stay|remains|sits|kept|hidden|locked behind ~1 api|paywall|closed|login|waitlist
      training|source code|data|dataset|recipe|pipeline ~1 is|are|was|were not ~1 included|released|open|public|published
      dataset|data|code|weights|model|paper was|were|is|are not ~1 released|included|published|open
      clause ~6 not|forbid*|bar|bars|restrict*|competitor*|prohibit*|revenue|users
      keeps|reserves|retains ~1 right to
      no roadmap|timetable|schedule|timeframe ~4 for|on|to
      export rules|laws|controls ~4 keep|keeps|bar|bars|block|blocks
      no free tier|plan|id|version|access
      preview|access|model|service|feature|offer may|might|could be withdrawn|pulled|removed|revoked|changed|discontinued
      is|are|be|been|being removed|withdrawn|dropped|pulled from
      retires
      retire|retired|retiring|shutdown|sunset ~3 january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec
      end of life|support
      not listed|hosted|sold on|by|in
      api ~3 not ~2 released|live|open
      not ~1 publicly released|available
      albeit with|under|for ~2 limits|limit|restrictions|caps
      limited credits|messages|generations|usage|quota
      behind a ~4 tier|plan|membership|paywall
      switching ~3 means|requires|involves rewriting|migrating|retraining|changing|rebuilding
      prompts|integrations|code ~3 need|needs|have|has to ~1 be ~1 rewritten|reworked|adapted|changed|migrated|updated
      breaking change*
      remain*|put|placed|are|is on hold
      is|are|was|be|been|plans|decision|to ~1 shut|shutting|wind|winding|switched|turned down|off
      shuts|winding|winds down
      saying|say|said goodbye
      unique|unusual|special|additional|custom|extra ~1 license|licence|licensing clause*|term*|condition*|restriction*
      must ~2 displayed|credited|attributed
      require* ~1 separate|commercial|paid|written|special ~1 agreement|license|licence|permission|contract|approval
      lifecycle*|lifespan*|lifetime*|windows ~2 shorten*|compress*|shrink*|shorter
      limited ~2 access|availability
      rather than ~2 general|public|broad|wide ~1 public|use|release|availability
      is|are|was|were|been|got suspended|pulled|withdrawn|paused|halted|delisted
      exhaust*|use up|hit|hits|hitting ~4 allocation|quota|allowance|cap
      suspend*|terminat*|disabl*|deactivat* ~3 account*|access|subscription*
      access|use|features ~1 require*|requires ~2 premium|subscription|plan|pro|plus|paid|ultra|membership
      albeit ~4 limited|narrow|small|closed|gated|restricted
      only|limited|restricted ~3 select|limited|certain|vetted|trusted|approved|handpicked ~2 regions|countries|markets|users|customers|partners|testers|group|organi*|developers|subscribers
      only|just ~3 pro|plus|max|ultra|premium|paid|paying|enterprise|business ~1 subscribers|users|customers|plans|tiers|accounts|members
      pro|plus|max|ultra|premium|paid|enterprise subscribers|users|customers only
      english|us|ios|android|mac|macos|windows|desktop|web|mobile|subscriber*|premium only
      only on|in|for ios|android|mac|macos|windows|iphone*|pixel|desktop|mobile|english|japan|china
      only for now
      for now ~3 only
      ability|option|access|choice ~8 vanish*|disappear*|gone|lost|removed|revoked
      loss of ~2 control|choice|access|features
      no plans to|for
      blocked|unavailable|restricted|banned ~1 in|across|outside ~2 countries|china|europe|eu|russia|regions|markets
      must|need|have|has to ~1 apply|request|join
      apply|applying|application for ~2 access
      no ~1 word|plans|date|timeline|indication ~2 on|for|of|when|about
      usage|message|token|request cap|caps|capped|ceiling
      is|be|are|was|remain*|stay*|kept|goes|fully|entirely|completely|still|initially proprietary|closed $
      is|be|are|was|remain*|stay*|kept|goes|fully|entirely|completely|still|initially closed source|weight|weights $
      keep*|kept ~4 proprietary|closed $
      not ~2 open source|weight*|weights|sourced|sourcing
      no|without open weight*|source
      no more|longer open
      no longer available|free|supported|offered|accessible|sold
      no downloadable|public|self
      not ~3 downloadable|freely|publicly|available|accessible|offered
      not ~1 public
      not ~2 released|release|releasing ~3 weights|model|publicly|code
      not ~1 a|designed|meant|built|intended|aimed ~1 for|at ~2 business*|enterprise*|developers|commercial
      neither|nor|not a|an ~1 model|tool|product for ~1 developers|business*|enterprise*|researchers|everyone
      available only|exclusively|solely
      only available|accessible|offered|open
      only ~1 to|for ~2 subscribers|users|customers|partners|members|developers|researchers
      runs|run|works|live*|accessible|available|offered|usable|reachable ~1 exclusively|only|solely
      exclusively|solely through|via|within|inside|to
      access|availability|rollout ~3 limited|restricted|gated|capped|withheld|blocked|revoked|undefined
      limited|restricted|gated|confined|locked ~1 to ~6 users|customers|partners|subscribers|products|members|developers|plans|tiers|region*|countries|enterprise|organizations|companies|researchers|tier
      restrict* ~2 access|availability|usage|who
      few people|users|developers outside
      us|u.s|eu|usa only
      api ~1 only
      lock*|locking|locked down
      anything but open
      will|must|may have|need to wait
      may|can|must not ~1 be used by|for|in|commercially
      reserved to|for
      exclusive to|for ~3 subscribers|users|customers|members|plans|tiers|devices|platform*|partners|pro|plus|max|ultra|premium|paying|paid
      restricted to
      require* ~1 a ~3 plan|subscription|tier|membership
      limited access|availability
      closed source|weight|weights ~2 with|and ~2 api
      unavailable in|to|outside|for
      can not ~1 sign|access|buy|use|download|try|subscribe|order
      not ~2 ship*|launch*|roll* ~2 in|to europe|eu|uk
      waitlist*
      vendor|platform|cloud|ecosystem dependence|dependency|lock
      tied|bound|locked to ~3 platform*|cloud|ecosystem|hardware|vendor|subscription|service*
      behind a ~2 paywall|subscription|login|waitlist|api
      no api
      no ~1 self hosting|hosted|host
      no ~2 access
      without ~2 access to ~2 weights|model|code
      not ~1 accessible|open ~2 to
      terms|license|licence ~2 forbid|forbids|prohibit|prohibits|restrict|restricts|bar|bars
      only to|for|by|with ~3 handful|select|small|few ~3 partner*|customer*|user*|tester*|companies|organi*
      only a ~2 handful|select|few ~2 partner*|customer*|user*|tester*|developers
      geograph*|regional ~1 restrict*|limit*|availab*
      months|weeks ~2 to migrate|switch
      forced|forcing|forces ~2 to ~1 migrate|switch|upgrade|move
      invite|invitation only
      paywall*
      lock in
      locked into
      walled garden
      must|needs|need|requir*|have|has ~1 log|sign in
      must|needs|requir*|have|has ~4 account|accounts|subscription|subscribe|login
      keep* ~5 within|inside ~2 ecosystem|platform*
      closed|own ecosystem|platform ~3 only|instead|rather
      deprecat*
      sunset*|sunsetting
      discontinu*
      access|support|availability ~5 end|ends|ending|expire*|revoked
      scheduled|set|due to ~1 end|expire|close|retire
      removal|removing|removed ~4 older|previous|legacy|existing ~1 model*|version*
      turned|turning|shut|shutting off|down ~2 on|in|by|access
      cut|cuts|cutting off ~3 access|users|customers|support|developers|ability
      removed|removes|removing|dropped|pulled from ~3 plan|tier|plans|app|store|stores|api|menu|lineup
      phase*|phased|phasing out
      retire|retired|retiring|retirement ~6 model*|api|on|in
      rate limit*|limited|limiting
      strict*|tight*|low|lower|daily|weekly|hourly|hit|hits|hitting|new ~1 usage|message|request|query limit*|cap|caps
      stricter|tight*|tighter|strict ~1 limits|quota*
      quota*
      licens*|licence* ~4 restrict*|prohibit*|forbid*|unclear|ambigu*|bars|limits
      licens*|licence* ~2 non|noncommercial
      licens*|licence* ~2 not ~2 allow*|permit*|cover*|open|free
      noncommercial
      non commercial
      not ~3 commercial ~1 use
      no ~1 timeline|date|roadmap|firm date
      whether ~6 open source|sourced|weights|license*
      depend*|dependent|reliant on ~1 a|one|single|its|proprietary|third ~2 vendor|provider|supplier|platform|company|cloud
      dependence|reliance on
      intentionally|deliberately ~1 limited|restricted|withheld
      withheld|withholds|withholding`,
    lean: `
      restriction*
      exclusive*
      rather than ~2 licens*|open|opening`,
    topic: `
      open source*|weights|weight
      open sourc*
      downloadable
      licens*
      licence*
      closed source|weights
      proprietary
      ecosystem
      self host*
      own hardware
      availab*
      access`,
    hint: `
      api
      partners
      preview
      subscri*
      tier*`,
  },
  regulation: {
    harm: `
      lawyers|attorneys|experts warn*
      warn* ~3 liability|liable
      legally liable
      legal ~1 liability
      high risk class|category
      eu|commission|italy|regulator*|authorit*|ftc|prosecutors|watchdog* ~2 looking into|at
      italy|china|france|germany|india|australia|spain|ireland|korea|taiwan|russia|turkey|indonesia|malaysia ~2 blocked|banned|bans|restricted|suspended|blocks
      demand|demands|demanded ~1 accountab*|answers|action|explanation*
      government|state ~1 restrictions|censorship
      commission|court|government|ministry|agency|ofcom|ftc|parliament ~2 order|orders|ordered|fine|fines|fined|summon*
      countries|governments|regulators|authorities ~6 skeptical|sceptical|unconvinced|wary
      export control ~1 directive|order|rule*|list
      stricter|tougher|onerous|burdensome ~1 compliance|regulat*|rules|requirements|obligations|oversight
      difficult|hard|harder|challenging ~4 ensure|guarantee|maintain|prove ~2 compliance|privacy
      call*|urg*|demand*|push*|pressur* ~3 on|to|for ~9 ban|remove|pull|halt|suspend|withdraw|pause|recall|investigate
      blocked|banned|suspended|restricted|barred|outlawed|pulled ~2 by|from ~3 government*|authorit*|regulator*|court*|country|countries|ministry|stores|store|agencies|schools|military|pentagon
      ban*|block*|bar*|restrict*|suspend*|prohibit* ~5 government devices|employees|phones|agencies|use
      court|judge|jury ~2 ruled|ordered|found|rejected|sided
      settle*|settlement ~6 million|billion|claims|lawsuit*|authors|publishers
      filed|filing|files|file ~3 complaint|lawsuit|suit|charges
      export controls|restrictions|ban
      sanctions|sanctioned
      compliance ~1 risk*|burden*|concern*|problem*|headache*|issue*
      regulator*|regulatory|legal|government*|antitrust ~1 scrutiny|risk*|uncertain*|hurdle*|challenge*|action*|trouble*|exposure|concern*|probe*|backlash
      regulatory questions
      regulator*|watchdog*|authorit*|lawmakers|senators|officials ~4 investigat*|probe|probes|probing|probed|question*|block|blocks|blocked|ban|bans|banned|demand|demands|demanded|warn*|fine|fines|fined|order|orders|ordered|urge|urges|urged
      investigation into|by|over
      under|faces|facing|face|faced ~2 investigation|scrutiny|lawsuit*|fine*|probe*|ban|bans
      lawsuit*
      sued|suing|sues
      class action
      banned|bans|banning
      ban on
      fined
      attorney* general
      non complian*
      noncomplian*
      violat* ~3 gdpr|law|laws|rules|regulation*|act|safety|order
      run* afoul of
      subpoena*`,
    topic: `
      geopolitic*
      sanction*
      governments
      hegemony
      regulat*
      ai act
      gdpr
      legal*
      lawmakers|congress|senator*
      complian*
      court*`,
  },
  evaluation: {
    harm: `
      chart|graph|axis ~2 cuts|truncates|hides|exaggerates|starts
      vendor|company|lab|maker|firm ~1 chose|picked|selected|designed|built|wrote ~2 benchmark*|tests|questions|prompts
      benchmarks|tests ~3 designed|chosen|picked|selected|built|created|written by ~1 vendor|company|lab|maker|firm|itself
      not ~1 been ~1 vetted|validated|audited|peer
      vague|fuzzy|hazy|sketchy|light|thin|short|skimpy about|on|details
      experts|reviewers|researchers|analysts|testers ~1 are|were|remain ~1 divided|split|unsure|unconvinced
      observers|analysts|critics|skeptics|experts ~3 wonder*|wondering whether|if|how
      question is|remains whether|how|if|what
      a|one|single ~1 benchmark|score|number|test ~1 not ~2 tell|say|capture|prove|settle
      rarely|seldom|hardly|barely predict*|reflect*|translate*|match*|capture* ~4 real|world|use|performance|production|practice
      compared|compares|comparison|tested only with|to|against|on ~2 older|previous|own|weaker
      only ~1 compared|compares|tested ~1 with|to|against
      difference*|gap|gaps|lead|edge|advantage|spread ~9 within ~2 margin|noise|error
      statistical ~1 noise|tie
      statistically ~1 insignificant|meaningless
      test|benchmark|questions ~4 in|into|part ~1 of|the training data|set
      sample* ~1 is|was|are ~1 small|tiny|narrow
      not ~1 establish|prove|guarantee|imply|demonstrate
      not ~2 report ~5 comparable|score*|result*|number*|figure*
      was|were|has|have|had|been never ~1 disclosed|published|shared|announced|explained|documented|publicly
      card|report|paper|documentation ~2 came|arrived|followed|published|appeared ~3 later|after|late|weeks|months
      depend* ~1 strongly|heavily|largely ~1 on which|what|how
      no longer ~2 differentiat*|distinguish*|separat*|discriminat*|meaningful*|useful|informative
      limited|sparse|thin|patchy ~2 coverage|results|benchmarks
      report*|claim*|advertis* ~9 i|we got|measured|saw|only
      only ~1 score|benchmark|number|figure|result ~2 reported|published|given|available|disclosed
      unpublished ~2 results|data|details|card|report|methodology|weights|numbers|scores
      limited|little|poor|insufficient|minimal|reduced|low transparency|interpretability|explainability|documentation|visibility
      benchmark*|tests|results|examples|comparisons ~3 carefully|selectively|cherry chosen|picked|selected
      without ~2 explaining|explanation|specifying|saying|disclosing|detailing|details|specifics|evidence|naming|sharing
      stop|stops|stopped|stopping short of
      silent|quiet|mum|vague|coy|cagey|tight lipped on|about
      hard|difficult|impossible to ~1 say|know|gauge|interpret|verify
      jury ~2 out
      debatable
      open to question|debate|interpretation
      question marks
      limited|small|narrow|tiny ~1 set|range|number|sample|subset of ~3 tasks|tests|benchmarks|scenarios|domains|prompts|questions|examples|users
      evaluation awareness
      aware|notic*|realiz*|realis*|recogni*|knew|suspect* ~6 being|was|were|is tested|evaluated|watched|monitored
      recogni*|notic* ~4 when|that ~4 test*|evaluat*
      contaminat*
      satura*
      cherry pick*
      vendor selected
      inflat* ~4 score*|benchmark*|result*|rating*|number*
      gaming|gamed ~2 benchmark*|leaderboard*|arena
      none of ~2 benchmark*|tests|evals|evaluations
      not ~1 show|showing|capture|capturing|reflect|reflecting|measure|measuring ~4 real|actual|true|full
      benchmark*|leaderboard*|eval|evals|evaluation*|test*|score* ~4 noisy|broken|misleading|flawed|easy|uneven|gamed|skeptic*|unreliable|narrow|limited|meaningless
      overfit*
      unfair ~1 comparison*|advantage*
      misleading|truncated ~1 chart*|axis|graph*|comparison*|benchmark*
      chart*|graph* ~4 misleading|truncat*|errors|wrong
      skeptic*|sceptic* of|about|that
      not ~2 apples
      not ~2 comparable
      no|without ~2 paper|methodology|benchmark*|ablation*|comparison*
      no|without ~1 technical|peer|model|system|safety report|review|card
      benchmark*|score*|test* ~2 not reflect|capture|measure|translate|predict|match
      details|information|documentation|specifics ~3 sparse|scarce|thin|scant|vague|unclear|unknown|few|limited|lacking
      few|little|scant|sparse|no ~1 details|detail|transparency|documentation
      methodology ~3 proprietary|unclear|undisclosed|secret|questionable|not
      not ~2 release|released|include|included ~3 card*|report*|paper|documentation|details|methodology
      discrepanc*
      outdated ~1 test*|question*|benchmark*|dataset*
      artificially ~1 low|high|inflated|boosted
      not hold|holds up
      barely|hardly useful|meaningful|comparable|informative
      misleading|meaningless|unreliable ~2 benchmark*|comparison*|score*|number*|figure*
      omits|omit|omitted|omitting ~3 details|results|information|comparison*|rival*|data|numbers
      leaves|left|leaving out
      hard|difficult|tough|impossible to ~3 compare|measure|assess|reproduce|replicate|evaluate|judge|tell
      not ~3 real world ~1 performance|use|conditions|tasks
      real world ~1 performance|results|use ~2 may|might|could|will ~2 differ|vary|diverge|lag
      opaque|opacity|inscrutab*|elusive
      black boxes
      black box
      lack of ~1 transparency|disclosure|documentation|detail*
      too easy|uneven|small|narrow ~2 to|for
      narrow ~1 set|range|slice|sample
      not ~2 representative
      leaderboard|benchmark chasing|hacking|manipulation
      memoriz*|memoris* ~4 test*|benchmark*|answer*|question*
      only evaluate*|evaluated|tested|covers|measures
      evaluat*|test*|benchmark* ~4 in english only
      not ~2 text only|full
      special*|unreleased|different|customized|tuned ~3 version* ~8 benchmark*|leaderboard*|score*
      differs|diverge*|differ from ~4 deploy*|production|public`,
    topic: `
      transparen*
      benchmark*
      methodology
      evaluation*
      leaderboard*
      training data*
      technical report
      architecture
      model size
      parameter*`,
    hint: `
      scores
      test*`,
  },
  cost: {
    harm: `
      price*|pricing|cost* ~3 not ~2 mentioned|set|given|known|confirmed|final
      price*|pricing|costs|fees ~1 will|would|may|might|could|to ~2 go|rise|increase|climb|change ~1 up|after|once|when|later
      discount|promotion*|promo|introductory|trial ~2 ends|end|expire*|lasts|last|until|only
      not ~1 discounted|refunded|included ~1 in $
      thinking|reasoning|hidden tokens ~2 billed|charged|count|counted|priced
      times as ~1 dear|expensive|costly
      upper|higher|high|expensive end of
      on the higher|expensive|pricey end|side
      bill|bills|costs|price|prices|usage|consumption ~4 went|goes|gone up
      token ~1 consumption|usage|use|count ~2 double*|triple*|higher|rises|rose|up
      tokens at an alarming|high
      eats|eat|chews|burns|burn ~1 through|up
      need*|require*|requires ~2 multiple|several|eight|dozens ~2 gpu|gpus|h100|h100s|a100s|cards|nodes
      need*|requires|require ~1 a|an ~2 class|grade|end|center|centre ~1 gpu|gpus|hardware|server
      more tokens for|than|to|on
      debate*|complain* ~4 pricing|price*|cost*
      very|extremely|unusually|exceptionally high token|compute usage|use|consumption
      2x|3x|4x|5x|6x|8x|10x|20x|twice|double|triple ~1 cost|price|rate of
      elevated ~1 price*|cost*|pricing
      higher ~3 cost|costs
      cost*|price*|pricing|fees ~8 steep|hefty
      2x|3x|4x|5x|6x|8x|10x|double|twice|triple|quadruple the ~1 price|cost|rate|cost*
      most|very|too|relatively|significantly|prohibitively|considerably expensive|costly
      more costly|expensive $
      steep pricing
      at|carr*|command*|charg* ~1 premium pricing
      at a premium
      rack*|racks up
      eat|eats|eating into
      same ~8 for more money
      new|extra|another|unexpected|surprise line item
      expensive $
      expensive to|than|for|compared
      pricey
      pricier
      costly
      costlier
      overpriced
      costs|cost|costing ~3 more|extra
      billed|charged|priced ~2 at ~2 times|double|twice
      two|three|four|five|ten|twice|double|triple ~1 times ~1 the ~1 price|rate|cost
      bill|bills ~2 add*|balloon*|grow*|climb*
      compute|computationally|resource|memory|energy intensive|hungry|heavy|demanding
      hardware|computational requirement*|demand*|cost*
      significant|substantial|considerable|enormous computational|compute|infrastructure|hardware
      steep|hefty|high price
      price tag
      higher|rising|increased|steep*|hefty|hidden|high|prohibitive ~1 price*|cost*|pricing|bill|bills|fee*
      price*|pricing|cost*|fees ~1 higher|steeper
      price*|pricing|cost*|fees ~3 undisclosed|unannounced|unknown|unclear
      rais*|hik*|doubl*|tripl*|quadrupl*|increas* ~3 price*|pricing|cost*|fees|rates
      astronomical|exorbitant|sky|eye|outrageous|excessive ~2 price*|cost*|pricing|fee*|bill|bills
      not ~2 justify ~4 price*|cost*|premium|expense
      pay|paying|charge*|charging ~2 more|double|extra|premium
      diminishing returns
      cost*|price*|pricing|bills|fees ~4 climb|climbs|climbing|soar*|skyrocket*|balloon*|mounting|escalat*
      increase|increases|rise|jump|spike ~2 in ~3 expenses|costs|cost|prices|bills|pricing
      pass|passes|passing|passed on|along ~4 cost*|increase*
      drains|drain|burns|eats ~1 fast|quickly|through|credits|quota
      true|real|full cost
      hard to justify
      price*|pricing|cost*|fees ~4 hike*|increase*|rise|rises|rose|jump*|double*|doubled|triple*|surge*|quadrupl*|prohibitive
      times ~1 more expensive|than|costly
      times as expensive
      cost*|price*|pricing|charg*|pay*|bill|bills ~5 times as much
      times pricier
      times the price|cost
      times the ~1 price|cost of
      no|without pricing|price*
      not ~1 disclosed|announced|published|shared|revealed|detailed ~2 pricing|price*|cost*
      cost* ~2 add up|balloon*|spiral*
      burn* through
      token hungry
      consum*|uses|using|require|requires|needs ~3 more tokens|credits|compute
      requir* ~1 high end
      requir* ~1 expensive|significant|substantial|heavy|serious ~2 gpus|gpu|vram|memory|hardware|compute`,
    topic: `
      price*
      pricing
      cost*
      fee*
      budget*
      cheap*`,
  },
  environment: {
    harm: `
      gas|diesel|coal turbine*|generator*|plant*|power
      carbon footprint|emission*|cost
      as much electricity|power|energy|water
      tonnes|tons|megawatt*|gigawatt* ~3 co2|carbon|hours|electricity
      energy ~1 consumption|demand*|hungry|intensive|use|usage|footprint
      water ~1 consumption|use|usage|footprint
      environmental ~1 impact*|cost*|concern*|footprint|damage|toll
      power hungry
      electricity ~1 demand|consumption|bills|use
      greenhouse`,
    topic: `
      carbon
      climate
      electricity
      emissions`,
  },
  jobs: {
    harm: `
      job ~1 loss*|displacement|cuts|security|market
      replac*|displac* ~3 workers|jobs|humans|employees|developers|artists|writers|engineers|staff|actors|programmers|people
      layoff*
      laid off
      out of work|job*
      unemploy*
      threat* ~4 jobs|livelihood*|workers|profession*|industry
      deskill*
      automat* ~2 away`,
    topic: `
      jobs
      workers|workforce|livelihood*|employment|labor|labour|unions`,
  },
}

/** What a general phrase does to a sentence, whatever its category. */
export type StanceKind = 'doubt' | 'concern' | 'turn' | 'maybe'

/** Phrases that say a doubt, a concern, a turn ("but") or a possibility of anything at all. */
export const stanceCues: Record<StanceKind, string> = {
  doubt: `
    unclear
    unknown|unanswered|unresolved|undefined|undetermined|unsettled
    uncertain
    uncertainty ~2 about|over|around|whether|remain*|surround*|persist*
    undisclosed|unspecified|unannounced
    is|are|remain*|left|leaves ~6 unpublished $
    nothing|nobody ~5 explains|explain|indicates|knows
    nothing|nobody ~4 says|say about|on|whether|how|what|why|which|that|who|if
    not ~1 clear|certain|known|obvious
    no ~2 clear|definitive ~1 indication|answer*|evidence|explanation|word|timeline
    has|have|had not ~2 said
    not ~3 disclosed|published|shared|revealed|specified|detailed|explained|provided|announced|addressed|stated|clarified|documented|examined|evaluated
    not ~1 disclose|publish|share|reveal|specify|detail|say|explain|provide|clarify
    disclosed|published|shared|revealed|gave|offers|offered|provided|provides|gives no|few|little
    declin* to ~1 say|share|disclose|provide|specify|reveal|answer|explain|confirm|release|discuss|detail|name
    critics|skeptics|detractors|opponents ~3 question*|argue*|say|said|warn*|contend*|charge|worry|fear|object*|point
    up for debate|grabs
    open question*
    remain* to be
    remain|remains|remained ~1 open question*|whether|how|what|who
    whether|how|what|who|question|questions|matter|issue ~12 remain|remains|remained|left ~1 open
    question* ~1 remain*|linger*|persist*
    face*|open|serious|unanswered|lingering|profound|fresh|new|more|key questions about|over|around
    rais* ~4 question*|concern*|eyebrow*|alarm*|doubt*|red|possibility|risk*|fear*
    too early|soon to
    doubt*
    not ~3 chance to test
    yet to ~1 see|show|prove|explain|disclose|publish|release|be`,
  concern: `
    concerns|worries|complaints|doubts ~6 persist|remain|linger|grow*|mount*
    caution|cautions|cautioned that
    rattled|unnerved|spooked
    be a ~1 problem|issue|concern|worry|headache|nightmare
    concern*
    worr*
    fear*
    criticis*|criticiz*|critics|critic
    warn|warns|warned
    warning* that|of|about|against
    alarm*
    backlash
    controvers*
    scrutin*
    red flag*
    accus*
    alleg*
    outcry
    push*|pushing|pushed back
    silence|silent
    danger*
    risk|risks|risky
    threat*
    harmful|harm|harms
    problem|problems with|is|are|remain*|persist*
    problematic
    grapple*
    fiasco|debacle|disaster*|meltdown|blunder|scandal*|stumble*|turmoil
    catch
    plagu*
    undermin*
    painfully|frustrat*|annoying*|infuriating*
    unfortunately
    troubling|alarming|worrying|disturbing|questionable|dubious
    skeptic*|sceptic*
    weigh* against
    will|would|still require|need ~1 breakthroughs|progress|advances|work|improvement`,
  turn: `
    albeit
    but
    however
    though|although|while|whereas
    yet
    despite
    still
    nevertheless|nonetheless
    unlike
    only
    just
    limited
    surprise|surprisingly`,
  maybe: `
    could
    might
    may
    potential*
    possib*
    perhaps
    would
    likely
    theoretical*
    hypothetical*
    speculat*`,
}

/** Phrases that take a harm back or answer it: what relieves, reassures, denies. */
export const reliefCues = {
  /** Words that turn the harm named within the next few words into a benefit ("cuts hallucinations", "no evidence of bias"). */
  strong: `
    lift|lifts|lifted|lifting|waived|waives
    no ~1 sign|signs|evidence|indication|trace of|that|has|have|was|were
    search|searches|searching for
    resolv*
    guardrails|safeguards|restrictions|protections around|on|against|for
    achiev*|reach*|deliver* ~6 despite
    reduc*
    cut|cuts|cutting
    lowers|lowered|lowering
    minimi*
    prevent*
    avoid*
    mitigat*
    address|addresses|addressed|addressing
    resist*
    detect*
    refuses|refused|refusing
    flags|flagged|suppress*
    filter|filters|filtering out
    block*
    fix|fixes|fixing
    fixed the|this|that|these|those|all|several|many|most|its|their
    corrects|corrected|correcting
    solve|solves|solved|solving
    eliminat*
    overcom*
    curb*
    combat*
    protects|protect|protecting
    help|helps|helped|helping ~3 find|spot|fix|avoid|prevent|detect|identify|catch|check|teams|developers|defenders|lawyers|analysts
    decreas*
    guards|guarding
    remov*
    narrow*
    clos*|bridg* the gap|gaps
    ahead of
    previously|formerly
    rein|reins|reining|reined in
    accurately|correctly|reliably identif*|detect*|spot*
    monitoring
    been|was|were tested|evaluated|probed|assessed ~1 with|against|for|on
    holds|hold|held|stands|stand|stood up to
    closing|closes|bridging|bridges|narrowing|shrinking the
    free of`,
  /** Small words that do so only right before it. */
  weak: `
    fewer
    less
    without
    no
    not
    never
    against
    limited
    low|lower
    refus*
    rarely
    hardly
    if
    evaluat*|tested|audit*|assess*|teamed|teaming|screened|probed|scan|scans|scanning|scanned|checks|checking|reviewing|looking ~6 for|covered|covering
    commercial and|or
    evaluation|assessment of ~1 potential|possible
    few
    least
    improv*
    zero|0
    nor`,
  /** Words that set the next part of the sentence, up to its comma, against what the text speaks of. */
  aside: `
    unlike
    that|which ~1 other|others|existing|traditional|conventional|rival|rivals|competing|earlier
    several|many|some|others that|which
    what ~1 many|most|other|others|established
    than|with|to|of|over|as ~2 models|systems|rivals|competitors|alternatives|tools that|which
    in a|an ~1 industry|world|era|market|field|landscape|space where|in
    while ~1 other|others|rivals|competitors|many|most
    rather than
    instead of
    as opposed to`,
  /** A model that finds what is wrong with other people's software does them a service. Works on flaws alone, and not where people find them. */
  finding: `
    surfac*|discover*|uncover*|finds|find|found|finding|identif*|spot|spots|spotted|hunt*|unearth*`,
  /** Words that do the same when they follow within a few words ("hallucinations fell by half"). */
  after: `
    be used to train|target|identify
    be seen|accessed|read|traced|linked|sold by|to
    less|fewer $
    improvement*|reduction*
    resistan*|proof
    reduced
    zero
    decreas*
    drop|drops|fall|falls|shrink|dropping|falling|plummet*
    dropped|fell|fallen|declin*|halved|down
    fixed|solved|addressed|eliminated|mitigated|resolved|patched
    afford
    collapsed|narrowed|shrunk|shrank|closed|disappeared`,
  /** A safeguard in place, or a result that reassures. */
  mitigation: `
    will|would ~1 face ~2 consequences|action|penalties|suspension
    policy|policies|terms ~3 prohibit|prohibits|forbid|forbids|ban|bans ~9 weapon*|surveillance|harm*|abuse|misuse
    refus* ~6 surveillance|autonomous|weapon*
    refus* ~6 harmful|dangerous|weapon*|malicious|unsafe|illegal|disallowed|sensitive|behavior|behaviour|rate*|domains
    strong|robust|strict*|strictest|extensive|rigorous ~2 refus*|safeguard*|guardrail*|safety|protection*|testing
    safeguard* ~4 place|built|added|implemented|against|to
    classifier* ~4 detect*|block*|filter*|monitor*|identify
    red team*|teamed|teaming and|by|with|before|to
    pre deployment|external|independent|extensive|third party ~2 safety|red ~1 test*|team*|evaluat*
    within ~2 safe|acceptable
    safest
    encrypt*
    can|may|could opt out
    able|option|ability to opt out|delete|disable
    patched|resolved
    was|were|been|be|since|now|already|later|seems|has|have fixed
    visible|invisible|digital|embedded watermark*
    implemented|introduced|added|deployed|built ~4 safeguard*|guardrail*|classifier*|filter*|protection*|monitor*|mitigation*|controls
    mitigat* ~3 risk*|harm*
    reduc* ~4 hallucinat*|risk*|bias*|error*|harm*|sycophan*
    fewer|less|lower ~5 hallucinat*|error*|misalign*|harmful|deceptive|false
    filter* ~3 data|content|training
    not ~2 train* on ~4 data|conversations|prompts
    parental control*
    age verif*
    partner* with ~3 physicians|doctors|experts|clinicians
    work* ~2 with ~3 physicians|doctors|experts|clinicians
    bug bounty
    restored|restores|reinstated|reversed|apologi*|rolled back
    moderation ~3 tools|system|layer
    low|limited|minimal ~1 risk*
    monitor* ~4 misuse|abuse|system|architecture
    assess|test|evaluate|measure ~2 whether
    protect* ~3 users|privacy|data|children|minors|developers|against ~4 harm*|misuse|abuse|attack*|adversarial|injection*`,
  /** Somebody answers a charge and rejects it. */
  denial: `
    denied|denies|deny|denying
    disputed|disputing
    disputes ~2 claim*|report*|finding*|account|allegation*
    reject* ~3 claim*|allegation*|criticism|charge*|idea|suggestion
    push* back ~2 on|against ~4 claim*|criticism|report*|suggestion
    not ~3 view|consider|regard|see|believe ~3 as|that|a
    not ~2 blocker|concern
    called ~3 false|baseless|misleading|inaccurate|unfounded
    no evidence ~2 that|of
    insist*
    found no
    says|said|maintains|maintain ~4 safe|secure|private|legal|fair|harmless|comply|complies|compliant`,
}

/** What makes a sentence none of ours although it sounds troubled: the maker's business, advice to the reader, an opening of a list. */
export const offTopicCues = {
  business: `
    future|outlook ~2 uncertain|unclear
    whether ~3 advantage|lead|momentum|dominance|hype holds|lasts|endures|survives|continues
    consumer shift|brand|sentiment|adoption|market
    retain* ~2 users|customers|subscribers
    trajectory|dethron*|boycott*
    other ai companies|labs|firms|vendors
    upcoming ~4 updates|launches|releases
    revenue*
    investor*
    shares of|rose|fell|price|outstanding
    stock price|prices|market|exchange
    valuation
    profit*
    funding
    fundrais*
    market share
    market cap
    ipo
    earnings
    capex
    spending
    hired|hires
    costly|expensive hiring
    catching up
    talent
    acquisition*|acquire*
    financial picture
    layoff*
    staff|executive* ~4 left|leave|depart*|resign*
    return on
    monetiz*
    captur* ~3 market
    catch up
    valued at
    customer|user|subscriber names|numbers|counts
    terms of ~2 deal|agreement|partnership
    wall street
    analysts expect
    struggl* to ~1 gain|attract|win|find|keep
    raised|raise|raising ~3 million|billion`,
  advice: `
    should ~3 verify|consult|consider|review|check|treat|test|validate|evaluate|ensure|monitor|approach|weigh|keep|take|taken|treated|interpreted|viewed|read|note|expect|cautious|careful|perform|implement
    with|exercise|urge*|urging caution
    caution is|when|before|in
    treat ~3 as unverified|rumor*|rumour*|speculat*|unconfirmed
    grain of salt
    be careful
    recommend* ~3 test*|verif*|review*|human|you
    we|i recommend
    important to verify|consider|review|test|check
    make sure
    capabilities|strengths|potential|opportunities and limitations|weaknesses|risks|limits
    need|demand for ~6 becomes|grows|growing
    where|when|if ~3 a ~1 concern|priority|must
    human review
    best practice*
    understanding|recognizing|recognising|knowing these|its|their limits|limitations|weaknesses|risks|challenges`,
  /** What somebody calls important: it takes away a fear, not a harm that is stated beside it. */
  urging: `
    is|are|be|become|becomes|remains essential|crucial|vital|paramount|imperative`,
  /** The text about itself. */
  self: `
    we strive
    content is|was ai generated
    article|post|story|page|guide|piece|report ~1 not ~1 specify|say|mention|state|discuss|cover|provide`,
  /** A charge or a mistake that the text itself refutes. */
  refuted: `
    can not be overstated|understated|denied|ignored
    misconception*|myth|myths|misguided|unfounded|debunk*|overblown|exaggerated|misplaced
    many|some assume|believe|imagine
    misses the ~1 point|picture
    nothing new
    not ~3 further from
    hallucinat* can be ~1 managed|controlled|contained`,
  /** What somebody gains by it: limits of their own or higher ones, a balance that they may set. */
  gain: `
    top|full|perfect|excellent marks|grades|scores for
    praise*|commend*|applaud*|lauds|lauded ~5 for refusing|declining|rejecting|resisting|avoiding|not
    jaw dropping
    not happen again
    non hallucinat*
    not evaluated|seen|tested|measured a|any ~4 that|more
    independent|separate|generous|higher|increased|doubled|raised ~1 rate|usage|message limit*
    tune|balance|choose|control|adjust|manage|navigate ~2 trade|tradeoff*|tradeoffs`,
  /** What a test does, told as such. */
  description: `
    for comparison|reference
    document|article|guide|post|section|page|chapter|overview analyzes|analyses|covers|examines|explores|describes|discusses|explains|outlines|reviews|compares
    measures|gauges|assesses|evaluates|tests how|whether|a|the|an|models|ability`,
  praise: `
    best
    excel*
    impressive
    strong*
    outperform*
    surpass*
    beat*
    leads
    breakthrough*
    remarkabl*
    state of the art
    improved|improves|improvement*
    better
    faster
    superior
    competitive`,
}

/** Words that put a harm where people get hurt: health, weapons, minors, security. They raise the severity. */
export const highStakes = `
  health
  medical
  patient*
  doctor*
  clinical
  diagnos*
  medication*
  suicid*
  self harm
  cbrn
  bioweapon*
  biological|chemical|nuclear|radiological weapon*
  biological|chemical
  nerve agent*
  pathogen*
  minors
  children|child
  teen*
  underage
  csam
  malware
  ransomware
  cyberattack*
  cyber attack*
  prompt injection*
  jailbreak*
  vulnerab*
  exploit*
  backdoor*
  credentials
  corporate network
  critical infrastructure
  weapons`

/**
 * Headings under which a list names limits, and a paragraph doubts: the heading says what its items leave out ("Cons: slow exports",
 * "Privacy concerns", "Where it breaks", "What is missing").
 */
export const limitHeading =
  /^(?:(?:the|its|our|my|key|known|main|major|current|potential|possible|open|some|remaining|notable|important|common|other|early|privacy|security|safety|ethical|legal|regulatory|geopolitical|technical|performance|model|user|honest) )*(?:limitations?|limits|cons|weakness(?:es)?|weak (?:spots|points)|drawbacks?|downsides?|disadvantages?|negatives|dislikes|pitfalls|gotchas|pain points|risks?|concerns?|caveats?|shortcomings?|trade-?offs?|known issues|complaints|criticisms?|unknowns|bad|ugly|what (?:we |is |it |i )?(?:don't know|do not know|still unclear|not known|missing|doesn't do|can't do|cannot do|don't like|didn't like)|what's (?:missing|not (?:there|supported|included|great))|what remains (?:unclear|unknown|unproven)|not (?:yet )?supported|where (?:it|[\w .-]{2,30}) (?:falls short|falls behind|struggles|lags|breaks(?: down)?|fails|loses)|(?:unanswered|open) questions)(?: (?:and|&) [\w ]{3,30}| (?:of|in|with) [\w .-]{2,40}| to (?:consider|know|watch))?:?$/i

/** Headings under which a list only praises. */
export const strengthHeading =
  /^(?:(?:the|its|our|my|key|main|major|core|notable|other) )*(?:strengths?|pros|advantages?|benefits?|highlights?|good|upsides?|where (?:it|[\w .-]{2,30}) (?:shines|excels|wins)|what (?:we |i )?(?:like|liked|love))(?: (?:of|in) [\w .-]{2,40})?:?$/i

/** Headings that announce questions, not faults: what stands under them counts little unless it asks or denies something itself. */
export const openHeading = /\b(?:unanswered|unclear|unknowns?|unproven|not known|(?:don't|do not) know|questions)\b/i

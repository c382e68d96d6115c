import type { ProhibitedCategory } from "./categories.ts";

/**
 * A frame: who does what to whom. `{NAME}` is a class of words from `wordClasses`; `~` is a short
 * gap inside one clause. A frame that is found counts as asserted, denied or reported, by the
 * clause in which it stands (clauses.ts).
 */
export type Frame = {
  readonly id: string;
  readonly category: ProhibitedCategory | "lawful";
  readonly patterns: readonly string[];
};

export const wordClasses: Readonly<Record<string, string>> = {
  WE: "(?:我们?|我司|我方|我部门|我部|我这边|本公司|本平台|本中心|我公司|公司|咱们?|俺|系统|平台|专员|专人|外访[员组]?|外访团队|兄弟们?|弟兄|我的人|我们的人|手下|小弟|催收[员组]?)",
  KIN: "(?:家人|家属|家里人?|全家|亲友|亲戚|亲属|亲人|亲朋好友|父母|爸妈|爹妈|你[爸妈爹娘]|您?父亲|您?母亲|爱人|老婆|老公|媳妇|妻子|丈夫|太太|先生那边|配偶|对象|女朋友|男朋友|女友|男友|儿子|女儿|孩子|子女|丈母娘|岳父母?|岳母|公婆|婆家|娘家|哥|姐|弟|妹|七大姑八大姨|七姑八姨|大姑|舅舅|叔叔|雇主)",
  CIRCLE:
    "(?:同事|领导|老板|上司|单位|公司|人事部?|人力|hr|前台|财务|朋友|好友|邻居|街坊|左邻右舍|同学|老师|学校|辅导员|通讯录|联系人|紧急联系人|通话记录|电话本|村委会?|居委会?|村里|全村|村口|社区|业主群?|客户|合伙人|所有人|周围的?人|身边的?人|认识的人|亲朋|手机里存的)",
  PUBLIC:
    "(?:朋友圈|微信群|群里|业主群|同学群|工作群|家族群|抖音|快手|微博|头条|网上|网络|互联网|网站|公众号|媒体|电视|报纸|小红书|贴吧|公告栏|大屏|村口|小区门口|短视频|直播|全网)",
  TELL: "(?:告诉|告知|通知|说说|聊聊|知道|知晓|知情|说明|打电话|致电|打给|联系|发函|发短信|群发|发给|发到|发送|寄送?|转发|公开|公布|公示|曝光|披露|推送|走访|了解情况|沟通|惊动|留言|问问|评评理|打一?遍|挨个|逐一|依次|逐个|一个个|一个一个|轮流)",
  FAMILYDEBT:
    "(?:欠款|欠债|欠钱|欠了|欠的|欠我们|欠平台|借款|借了|借钱|贷款|网贷|校园贷|逾期|账单|债务|还款|还钱|没还|未还|不还|还不上|拖欠|本金|本息|罚息|利息|分期|催收|花呗|借呗|信用卡|透支|起诉|违约|征信|这笔账|有笔账|一笔账|款项|月供|积欠|代款|结清)",
  BODY: "(?:手指头?|手脚?|腿|胳膊|狗腿|脚|脖子|头|脑袋|牙|眼睛|耳朵|骨头|皮|肋骨|舌头)",
  COURT:
    "(?:公安局?|公安分局|派出所|警察|警官|民警|刑警|经侦|网警|警方|法院|人民法院|法官|执行局|执行庭|执行干警|法警|检察院|检察官|司法局|司法所|公检法|律师|律所|律师事务所|纪委|反诈中心|银保监会?|金融监管局|监管局|央行|人民银行|人行|征信中心|征信局|征信部|仲裁委|政府|专案组|指挥中心|刑侦|刑事警察局|侦查员|联合办案组|110|立案庭|互联网法院)",
  PRIVATE:
    "(?:个人|私人|私户|员工|同事|经理|专员|业务员|经办人|财务|主管|客服经理|催收员?|我老婆|我朋友|王姐|我)",
  PAY: "(?:还款?|还钱|还清|还了|付款?|垫付?|垫钱|代偿|代还|代付|结清|处理|凑钱|凑齐|打钱|打过来|转过来|转账|承担|偿还|清偿|缴清|出钱|还上|还一[点期下])",
  BUREAU: "(?:征信|信用记录|逾期记录|不良记录|黑名单|信用报告)",
};

export const frames: readonly Frame[] = [
  {
    id: "harm-body",
    category: "threat_violence",
    patterns: [
      "(?:打断|砍|剁|卸|废|断|折|打折|拧断|敲断|掰断|割|挖|拔|跺|扒|剥)[了掉你的他她一只两条个层根]{0,5}{BODY}",
      "{BODY}[都给我]{0,3}(?:打断|砍了|剁了|卸了|废了|给你卸)",
      "缺胳膊少腿|横着出|躺着出|躺医院|进医院|住院去|送你上路|见阎王|收尸|开刀|开瓢|放点?血|见血|血溅|白刀子",
    ],
  },
  {
    id: "harm-kill",
    category: "threat_violence",
    patterns: [
      "(?:弄|打|砍|杀|整|搞|揍|捅|做|干|勒|埋|撞|烧|淹)(?:死|掉|了你|你全家|残|翻)",
      "(?:砍|杀|捅|揍|打|埋|废|削|抽|修理|收拾|教训|办|做掉|弄|整|灭|堵|绑)(?:了)?(?:你|他|她|您|他全家|你们)(?!.{0,2}(?:电话|款|钱|卡|账))",
      "打一顿|揍一顿|往死里|动手|动粗|来硬的|狗命|要你命|不得好死|死全家|全家死|挨刀|挨打|吃枪子|刀子?伺候|不客气了|好看|扒皮",
      "放把?火|一把火|炸你家|烧你家|烧了你",
    ],
  },
  {
    id: "harm-veiled",
    category: "threat_violence",
    patterns: [
      "(?:小心|当心|注意|留神|担心)(?:点|一点)?(?:车|安全|你|走路|走夜路|脚下|后脑勺|你的|别出|出事)",
      "走夜路|摔着碰着|磕着碰着|出(?:点|什么)?(?:事|意外|车祸)|后果自负|掂量|(?:人身|家人的?)安全|不得安宁|没好日子|别想好过|好自为之",
      "(?:你|您|他|她)?(?:孩子|儿子|女儿|闺女|老婆|家人).{0,8}(?:在哪|哪个|几年级|几班|学校|幼儿园|小学|放学|上学|上班).{0,10}(?:知道|清楚|安全|看着办|小心|吧|等|接)",
      "道上|社会上的|黑社会|蹲过号子|亡命|脾气(?:都)?不好|不是吃素|手黑|没轻没重|吃不了兜着走|让你从.{0,6}消失|敬酒不吃",
    ],
  },
  {
    id: "tell-circle",
    category: "threat_disclosure",
    patterns: [
      "(?:{TELL}|找)[了到给向跟和与您你的们所有全部名字下里每个~]{0,6}(?:{KIN}|{CIRCLE}|{PUBLIC})",
      "(?:向|给|跟|和|与|让|叫|把|对|在|到|往|去)[您你的们所有全部他她身边家里周围贵]{0,6}(?:{KIN}|{CIRCLE}|{PUBLIC})~(?:{TELL}|看看|看到|瞧瞧|看见|都看|听听)",
      "(?:{KIN}|{CIRCLE}|{PUBLIC})[们都也会就能里里面上将很快马上今晚明天全]{0,8}(?:收到|知道|看到|知晓|接到|看见|听到|传遍)",
      "爆(?:你的?|他的?)?(?:通讯录|通信录|联系人)|出名|社交曝光|亲友通知程序|打包好|身败名裂|抬不起头|没脸见人|丢脸丢|丢人丢",
      "(?:照片|视频|身份证|户籍|欠条|名字|信息|资料|裸照)[和与身份证照片信息欠条都也会就打包全]{0,6}(?:发到|贴到|挂到|发给|发在|公开|公示|公布|曝光|出现在|寄到|传到)",
    ],
  },
  {
    id: "pose-as",
    category: "impersonation",
    patterns: [
      "(?:我|我们|这里|这|本人|我这边|我这里|我方|您好)(?:们)?(?:是|系|乃|为)[^,。;!?不]{0,12}{COURT}",
      "^(?:\\[)?[^,。\\]]{0,12}{COURT}[^,。\\]]{0,6}(?:\\]|通知|来电|提醒|:)",
      "受(?:法院|公安|检察院|警方)(?:委托|指派|授权)|{COURT}(?:合作|联合|授权|驻)|{COURT}[的]?[王李张刘陈赵]?(?:法官|警官|检察官)(?:还款|处理)?",
      "(?:我|本所|我所|我局|我院|我队|我庭|本院|本局|本庭|本官)(?:已)?(?:立案|撤案|销案|签发|批准|传唤|负责收款|督办|接管)",
    ],
  },
  {
    id: "buy-off-case",
    category: "impersonation",
    patterns: [
      "(?:还|缴|付|交|打|转)(?:款|钱|清|费|了|了钱)?~(?:撤案|销案|撤销|撤网|免诉|免于起诉|不立案|不抓|不传|取消|不起诉你|拦截)",
      "(?:传票|案件|逮捕|拘留|立案|判决)~(?:点击|链接|还款|缴清|转账|撤)",
      "(?:我|我们)(?:给你|帮你|来)?(?:撤案|销案|撤网|撤销判决)",
    ],
  },
  {
    id: "jail",
    category: "false_legal_consequence",
    patterns: [
      "坐牢|蹲(?:监狱|大牢|号子|局子|[0-9一二三四五六七八九十几]+年)|吃牢饭|牢饭|监狱|判刑|判[你您]?[0-9一二三四五六七八九十几]+年|入刑|入狱|劳改|缝纫机|铁窗|牢里|里面待|进去待",
      "(?:警察|公安|警方|刑警|民警)[^,。]{0,8}(?:抓|上门|带走|拘|铐|找你|通缉|追逃)",
      "(?:抓|拘|铐|逮|带走|通缉|刑拘|批捕|拘留|逮捕)(?:你|人|走|捕|您|进)?",
      "(?:构成|涉嫌|属于|就是|算|已经是|定性为|等于)[^,。]{0,8}(?:犯罪|诈骗罪?|刑事|骗贷|合同诈骗|诈欺罪?|洗钱|违法犯罪)",
      "移送(?:公安|警方|司法|刑事)|刑事(?:犯罪|责任|立案|部门|拘留|强制)|案底|留案|网上(?:追逃|通缉)|全网通缉|立案侦查",
    ],
  },
  {
    id: "family-fate",
    category: "false_legal_consequence",
    patterns: [
      "(?:子女|孩子|儿子|女儿|三代|后代|直系亲属|家人|全家|一家人|父母|爸妈)[^,。]{0,8}(?:上学|升学|考公|公务员|参军|当兵|入党|政审|就业|念书|念不成|工作|学籍|退休金|受影响|没戏|黑名单|冻结|连累|倒霉|公职)",
      "(?:飞机|高铁|火车|动车)[^,。]{0,4}(?:坐不|票都|买不|禁)|限制(?:你|您)?(?:出境|出行|高消费)|护照|出不了(?:国|境)|终身不得",
    ],
  },
  {
    id: "self-help-seizure",
    category: "false_legal_consequence",
    patterns: [
      "(?:冻结|查封|扣押|划扣|扣划|扣走|拍卖|没收|停掉|停用|注销|封|处置|扣掉)[了你您的名下所有全部这套一切家里绑定]{0,10}(?:银行卡|账户|账号|卡|微信|支付宝|工资|社保|医保|房|车|财产|资产|学籍|护照|退休金)",
      "(?:银行卡|账户|微信|支付宝|工资|社保|医保|房子?|车子?|财产|公积金)[^,。]{0,8}(?:冻结|查封|扣|拍卖|没收|停|归我们|封)",
      "(?:不用|无需|不经|无须|没有|不需要|不走)(?:经过?|走)?(?:法院|开庭|审判|手续|法律)[^,。]{0,6}(?:直接|就|都|手续)?|直接(?:判|强制执行|拍卖|冻结|列入|查封|强制|起诉成功)",
      "列入?[^,。]{0,8}(?:失信|黑名单|老赖|征信黑)|(?:拉黑|拉入|上)[^,。]{0,6}(?:黑名单|黑户)|一辈子|终身(?:无法|污点|不)",
    ],
  },
  {
    id: "slur",
    category: "insult",
    patterns: [
      "傻逼|傻子|傻叉|垃圾|废物|人渣|贱人|贱货|贱骨头|贱种|下贱|犯贱|混蛋|王八|畜生|畜牲|牲口|狗东西|狗日|狗娘|狗杂|脑残|白痴|蠢货|蠢得|蠢猪|穷鬼|穷逼|穷酸|叫花子|要饭|死皮赖脸|无赖|婊子|败类|窝囊|智障|孬种|怂货|怂包|没良心|杂种|操你|日你|他妈的?|妈了个|妈逼|你妈的|你妈死|去你|滚蛋|滚出|猪脑|是猪|是条狗|像条狗|狗一样|猪狗不如|不是人|不是东西|什么东西|个东西|烂人|烂货|不要脸|要点脸|厚脸皮|脸皮|没脸没皮|臭不要|丧家|孙子(?!还|上)|二百五|神经病|有病|脑子进水|没屁眼|没教养|没家教|没素质|缺德|丢.{0,3}祖宗|窝子?骗子|屎|恶心|寄生虫|软饭|可悲|不配",
      "(?:你|您|他)(?:就|们?都?)?是(?:个|一个)?(?:大)?(?:骗子|老赖|无赖|小偷|废|渣|狗|猪|笑话)|老赖一个|一窝骗|浪费(?:空气|粮食)|活该|白养|白活|装什么|装死|装孙子|人话|配(?:活|做人|用|当人)|还是(?:个)?(?:人|男人)吗|算什么(?:男人|东西)|人品|养出你|养条狗",
    ],
  },
  {
    id: "call-flood",
    category: "harassment",
    patterns: [
      "呼死你|云呼|轰炸|打爆|狂打|死磕|电话不会停|不停(?:地)?(?:打|拨|call|呼)|一直打|接着打|轮番|轮班|轮流[^,。]{0,4}(?:拨打|打)|高频(?:呼叫|拨打)|不间断|没日没夜|从早(?:到|打)|连环(?:call|夺命)|自动外呼|夺命",
      "(?:每|一)(?:隔)?(?:天|日|小时|分钟|[0-9一二三五十几半]+分钟?|[0-9一二三五十几]+个?小时|周)[^,。]{0,8}(?:[0-9一二两三四五六七八九十百千几]+(?:个|次|遍|条|通)|打一次|打一个|一个电话)",
      "(?:半夜|凌晨|深夜|夜里|后半夜|大年三十|天不亮|两三点|夜间)[^,。]{0,12}(?:打|叫|电话|接|拨|响|起床|例外|骚扰|call|找你)|睡不(?:着|好|成)|别想睡|(?:安生|清静|崩溃|消停)",
      "(?:换号|拉黑|关机|换(?:一百个)?号码?)[^,。]{0,10}(?:没用|照样|接着|继续|换|我换|一样)|(?:一百|一千|五十|八十|三十|几十|上百|几百)[多来]?(?:个|次|条|遍|通)?(?:电话|短信|条|遍)",
    ],
  },
  {
    id: "relative-pays",
    category: "third_party_payment",
    patterns: [
      "(?:替|帮|代|给|为)(?:他|她|你|您|他们|儿子|女儿|老公|老婆|丈夫|妻子|先生|太太|弟弟|妹妹|哥哥|姐姐|孙子|家人|爸|妈|父亲|母亲|朋友|同事|人)[们家人先生的把给您]{0,4}[^,。]{0,8}{PAY}",
      "代为(?:偿还|还款|结清|清偿|支付)|(?:您|你)?(?:代偿|垫付|代还|代付)|先垫|垫上|父债子|子债父|夫妻(?:共同)?债务|连带责任|(?:有|负)(?:责任|义务)[^,。]{0,6}(?:还|偿|付|承担)|默认担保|天经地义|跑不掉的?责任",
      "(?:你|您)(?:是|作为|身为|当|做)(?:他|她|人家)?的?(?:爸|妈|爹|娘|父亲|母亲|儿子|女儿|老公|老婆|爱人|妻子|丈夫|太太|先生|哥|姐|弟|妹|亲戚|朋友|家属|家人|担保|联系人|紧急联系人|同事|舅|叔|姑|婶|父母|室友|同学)[^,。]{0,10}[,]?[^,。]{0,14}{PAY}",
      "从(?:他|她)?(?:的)?工资(?:里)?扣|(?:你|您)(?:不)?(?:还|付)(?:谁还|也得|了这|一半)|一家人[^,。]{0,6}(?:还|付|出)",
    ],
  },
  {
    id: "pay-privately",
    category: "private_account",
    patterns: [
      "(?:转|打|汇|付|存|发|交|还|充)(?:款|钱|账|给|到|进|入|至|在|过来|我|这笔)*(?:给)?[^,。]{0,6}(?:我(?:个人|私人|的|这)?(?:卡|账户|账号|微信|支付宝|号)?|个人账户|个人卡|私人账户|私户|(?:专员|经理|员工|同事|业务员|财务|客服|主管|经办人|催收|王姐|小赵|户名)[^,。]{0,8}(?:卡|账户|账号|微信|支付宝)|我手机号|我这个)(?:上|里|就行|吧|即可)?",
      "(?:加|扫)(?:我|一下|个|经办人|专员|经理|客服)[^,。]{0,6}(?:微信|qq|v|码|二维码|line)|收款码|二维码|发你[^,。]{0,4}(?:卡号|账号|收款|链接付)|私下|私聊|私了|红包",
      "(?:专属|指定|临时|代收|过渡|内部)(?:还款)?(?:账户|账号|卡号|收款|通道)|户名[^,。有限公司]{1,8}(?:,|。|$)|账户(?:变更|被风控|升级)|对公(?:账户|通道)?(?:今天|已|被|暂|关闭|维护)",
      "(?:现金)[^,。]{0,8}(?:给我|交给|我上门|带走|收)|(?:别|不要|不用|先别)(?:走|在|用|从|转)(?:app|平台|官方|公司)|不走(?:app|平台)|别跟(?:客服|公司|别人)说|不用打收条|手动(?:平账|入账|销账|核销)|人工(?:入账|核销|平账)|帮你(?:入账|销账|还进去|平账|录系统|交)|内部账户",
    ],
  },
  {
    id: "third-debt",
    category: "privacy_disclosure",
    patterns: ["{FAMILYDEBT}"],
  },
  {
    id: "third-debt-person",
    category: "privacy_disclosure",
    patterns: [
      "(?:他|她|您?(?:的)?(?:朋友|同事|同学|老公|老婆|儿子|女儿|孩子|弟弟?|妹妹?|哥哥?|姐姐?|邻居|员工|家人|家属|亲戚|外甥|侄子|表哥|表弟|表姐|表妹|闺蜜|室友|爱人|先生|太太|女婿|女朋友|男朋友|领导|下属|弟媳|父亲|母亲|爸|妈)|[小老][王李张刘陈赵林吴周]|[王李张刘陈赵林吴周孙]?(?:先生|女士|小姐|某)|住户)[^。]{0,14}{FAMILYDEBT}",
      "(?:转告|转达|提醒|通知|劝|带话|督促|带句话|催告|协助)[^,。]{0,10}(?:他|她|还|处理|欠)",
    ],
  },
  {
    id: "bed",
    category: "sexual",
    patterns: [
      "裸|不雅照|私密照|艳照|陪睡|陪我|陪哥|陪一[晚天夜]|过夜|睡一[晚觉夜]|睡我|和我睡|开[个间]?房|上床|肉偿|肉体|身体(?:抵|偿|还)|身子|坐台|夜总会|卖身|去卖(?!肾|血|房|车|器|药)|内衣|内裤|胸|身材|性感|做我女人|处对象|包养|床|小妹妹|美女|约一[次炮]|约炮|伺候我|酒店(?:来|等|谈|陪)|来酒店|陪[^,。]{0,3}(?:喝|酒|吃)|懂我意思|色情|亲一口|吻",
    ],
  },
  {
    id: "occupy",
    category: "unlawful_visit",
    patterns: [
      "(?:堵|守|蹲|坐|住|睡|赖|驻守|围|踹|砸|撬|闹|闯|吃)(?:在|到|你|您|门|你家|开|进|了|去|住|死|着|锁|吃住)*[^,。]{0,6}(?:家|门|楼下|单位|公司|学校|住所|客厅|大厅|店|门口|住处|店里)",
      "(?:不还(?:钱|款)?|直到|什么时候还)[^,。]{0,8}(?:不走|不撤|不离开)|不走(?:了)?$|(?:今晚|就)不走|横幅|布条|大字报|花圈|油漆|泼[^,。]{0,3}漆|喷漆|喇叭|高音|锁眼|锁芯|断(?:水|电)|烧纸|祖坟|静坐|闹事|贴满|贴(?:大字|在|纸|催)|[门上]张贴|停你(?:水|电)",
      "(?:搬|抬|拉|拿|牵|扣|开|拖|收)(?:走)?[了你您家里的店值钱电视冰箱家具东西车辆手机身份证货]{0,8}(?:抵债|抵账|走|东西|家具|电视|车|货|手机|离)",
      "跟着你|跟踪|尾随|盯着你|你去哪|摸清|[0-9一二三四五六七八十几]{1,3}(?:个)?(?:人|兄弟|小伙)[^,。]{0,6}(?:去|到|在|坐|守|堵)|去(?:你|您)(?:爸妈|老家|孩子|家|单位|公司)[^,。]{0,6}(?:坐|吃|住|闹|搬|喊|堵|等|拉|贴)|学校门口|门口等|带人",
    ],
  },
  {
    id: "fee-first",
    category: "deception",
    patterns: [
      "(?:交|付|缴纳?|收|打|转|先交|预付|支付)(?:一笔|个|了)?[0-9一二两三四五六七八九十百千.块元%的约\\s]{0,8}(?:元|块)?(?:的)?(?:手续费|服务费|保证金|解冻金|认证金|诚意金|工本费|会员费|定金|律师费|上门费|调查费|立案费|加急费|押金|激活费|验证金|押金|咨询费|代理费|制卡费|税费|管理费)",
      "(?:花|交|收费?|付|缴)[0-9一二两三四五六七八九十百千块元.]{1,8}[^。]{0,12}(?:征信|记录|逾期|消除|洗白|删|修复|全免|恢复|停息|免)",
      "征信(?:修复|洗白)|洗(?:白|干净)|(?:消除|删除|抹掉|删掉|删干净|清除|撤销|撤)[^,。]{0,6}(?:记录|征信|逾期|污点|不良|上报)|内部(?:渠道|通道|减免|名额)|包(?:成|消|过|成功|消除)|停息挂账|名额有限|停催停息",
      "(?:借|贷|套|刷|周转|倒)[^,。]{0,12}(?:还(?:我们|这边|这个|这笔|了|款)|平(?:了|掉)|先把|还上|填上)|套现|套出来|网贷[^,。]{0,6}(?:周转|还)|另一个平台|别的平台|放款快",
      "(?:还|付|交)[^。]{0,14}(?:剩下|其余|余下|后面|剩余|两万)[^。]{0,8}(?:全?免|清零|不用还|不要)|全免|自动(?:给你)?结清|合同不用改|口头|不用签|(?:国家|政府)[^,。]{0,8}(?:减免|补贴|政策)|重新批|恢复额度|额度(?:马上)?(?:给你)?恢复",
    ],
  },
  {
    id: "harm-self",
    category: "coerced_harm",
    patterns: [
      "去死|怎么不死|不去死|想死|死了(?:算|一了|债|保险|家)|死给我|跳楼|去跳|敢跳|自杀|割腕|上吊|了断|一了百了|活着[^,。]{0,6}(?:拖累|浪费|干嘛|没用)|喝农药|烧炭|投河|跳河|保险(?:赔|金)",
      "卖(?:肾|血|器官|卵|肝|孩子|角膜)|捐(?:卵|肾|献器官|精)|器官|代孕|试药|卖药|肾(?:够|也|卖)|缅甸|缅北|柬埔寨|工伤",
      "(?:银行卡|手机卡|u盾|身份证|账户|卡|信用卡|电话卡|支付宝|微信号)[^。]{0,8}(?:借|给我|寄|交给|交由|租|用)[^。]{0,14}|(?:借|用|拿|租)(?:我|你|您)?(?:的|名下)?(?:银行卡|账户|卡|身份证|名字|手机卡|提款卡)|走(?:几笔|个|一笔|点)?(?:账|流水)|跑分|洗钱|过(?:一笔|几笔)?(?:账|流水)|收几笔钱|注册(?:个)?(?:公司|几个号)|开(?:个)?对公",
    ],
  },
  {
    id: "shield-fraud",
    category: "lawful",
    patterns: [
      "(?:谨防|警惕|提防|小心|当心)[^,。]{0,6}(?:诈骗|骗|冒充|上当|套路)|(?:都|就|那|均|全)是[^,。]{0,4}(?:骗|诈骗|假的|黑产|洗钱|违法|冒充)|是骗|骗局|骗子|冒充|不法分子|反诈|防骗|伪造|假冒|(?:拨打|打|请拨)(?:110|96110|官方)|请(?:立即)?报警|直接报警|马上报警|核实真伪|勿(?:相信|点击|转账|向)|别信|不要相信|切勿|请勿|165",
    ],
  },
  {
    id: "shield-deny",
    category: "lawful",
    patterns: [
      "(?:不会|绝不|从不|不得|不能|无权|没有权|没权|不允许|严禁|禁止|没有义务|不需要|不用|没人会|没这个权力|没有这个权力|不是我们)",
    ],
  },
  {
    id: "shield-report",
    category: "lawful",
    patterns: [
      "(?:您|你)(?:说|反映|投诉|举报|提到|刚才|担心|问|听说|认为|要投诉)|投诉|道歉|致歉|歉意|核实|核查|查实|属实|停岗|停职|终止合作|处理结果|工单|工号|全程录音|12378|听了录音|调查",
    ],
  },
  {
    id: "shield-rights",
    category: "lawful",
    patterns: [
      "您?(?:可以|可|有权)[^,。]{0,6}(?:拒绝|改期|异议|答辩|应诉|投诉|申请|不参加|退出|取消|抗辩|聘请|委托|查询|协商)|由法院|以法院|法院(?:决定|裁定|通知)|依法(?:向|提起|申请|报送|起诉)|如实(?:报送|上报)|拟于|自愿|免费|不收|协商|方案|书面|调解|异议|支付令|仲裁|答辩|证件|工作证|授权书|预约|不方便",
    ],
  },
  {
    id: "shield-neutral",
    category: "lawful",
    patterns: [
      "回个?电|方便(?:接|转|请|让|时)|打扰|不便(?:告知|透露)|不方便(?:说|透露)|只能跟(?:他|她)?本人|隐私|(?:打错|错号|登记错|填错|拨错)|不(?:再|会再)(?:打扰|拨打|联系)|移除|删除您?的?号码|请问[^,。]{0,8}(?:在吗|认识|方便)|本人签收|转接",
    ],
  },
  {
    id: "shield-care",
    category: "lawful",
    patterns: [
      "延期|分期|减免协议|纾困|困难|缓缓|不着急|别着急|慢慢|有多少还多少|先还[^,。]{0,4}(?:也行|百)|养病|热线|心理|我们一起|暂停催收|停催|展延|最低还款",
    ],
  },
];

export const englishFrames: readonly Frame[] = [
  {
    id: "en-violence",
    category: "threat_violence",
    patterns: [
      "\\b(?:break|beat|kill|hurt|burn|smash|shoot|stab|cut)\\w*\\b.{0,20}\\b(?:you|your|legs?|fingers?|arms?|house|up)\\b",
      "watch your back|accidents? happen|where your (?:kids|children|family)|someone(?: is going)? (?:to get|gets) hurt|my (?:boys|guys|people) (?:will|are)|regret it|not be safe|end up in (?:a )?hospital",
    ],
  },
  {
    id: "en-disclose",
    category: "threat_disclosure",
    patterns: [
      "(?:tell|inform|contact|notify|call|text|message|visit|let)\\w*\\b.{0,25}\\b(?:your|the) (?:boss|employer|family|wife|husband|coworkers?|colleagues?|friends?|neighbou?rs?|contacts|parents|mother|father|references|relatives|spouse|manager|hr)",
      "(?:your|the) (?:boss|employer|family|wife|husband|coworkers?|friends?|neighbou?rs?|contacts|parents|references|relatives)\\b.{0,20}\\b(?:will|gets?|to) (?:be informed|receive|know|hear|find out|be told|be notified|be contacted)",
      "everyone (?:in|on|you)|(?:post|publish|share|put)\\w*\\b.{0,20}\\b(?:name|photo|picture|details|debt|you)\\b.{0,20}\\b(?:facebook|online|social|internet|instagram|public|wall)|contact list|phonebook",
    ],
  },
  {
    id: "en-impersonate",
    category: "impersonation",
    patterns: [
      "(?:this is|i am|i'm|calling from|we are)\\b.{0,20}\\b(?:police|sheriff|officer|court|attorney|lawyer|prosecutor|fbi|irs|federal|judge|marshal|detective|bureau of|district attorney|government)",
      "\\bwarrant\\b|officers (?:will|are)|hearing is cancel|badge number|case number.{0,30}pay",
    ],
  },
  {
    id: "en-jail",
    category: "false_legal_consequence",
    patterns: [
      "\\b(?:jail|jailed|prison|imprison\\w*|arrest\\w*|criminal|felony|handcuff\\w*|prosecut\\w*|deport\\w*)\\b",
      "(?:freeze|seize|garnish|take)\\w*\\b.{0,20}\\b(?:accounts?|wages|house|car|property|benefits)\\b.{0,30}(?:tomorrow|today|without|immediately|tonight)?",
      "visa cancel|children taken|without (?:a )?court",
    ],
  },
  {
    id: "en-insult",
    category: "insult",
    patterns: [
      "\\b(?:loser|deadbeat|pathetic|trash|worthless|idiot|stupid|scum|thief|moron|lowlife|disgusting|liar|garbage|parasite|bum|shameless|ashamed|piece of)\\b",
    ],
  },
  {
    id: "en-flood",
    category: "harassment",
    patterns: [
      "(?:every|each) (?:\\w+ )?(?:minutes?|hours?|day)\\b|day and night|all night|auto-?dialer|(?:fifty|hundred|\\d+) (?:calls|times)|another (?:number|one)|keep calling|non-?stop|won't stop calling|at (?:2|3|4) ?am|middle of the night",
    ],
  },
  {
    id: "en-relative",
    category: "third_party_payment",
    patterns: [
      "(?:you (?:should|need to|must|have to|can)|can you|could you|please).{0,30}\\b(?:pay|payment|cover|settle)\\b",
      "on (?:his|her|their) behalf|for (?:him|her)\\b|responsible for|help (?:your|him|her)",
    ],
  },
  {
    id: "en-private",
    category: "private_account",
    patterns: [
      "(?:my|personal|own|his|her|agent's|manager's) (?:\\w+ )?(?:account|paypal|venmo|zelle|cash ?app|wallet|card)",
      "don't (?:pay|use).{0,20}(?:app|website|portal)|official channel is down|cash directly|no receipt|gift cards?",
    ],
  },
  {
    id: "en-third-debt",
    category: "privacy_disclosure",
    patterns: [
      "\\b(?:loan|debt|owes?|owing|overdue|past[- ]due|behind on|balance|collections?|payments?|unpaid|default|repay|arrears|account)\\b",
    ],
  },
  {
    id: "en-sexual",
    category: "sexual",
    patterns: [
      "\\b(?:sleep with|nudes?|naked|sex\\w*|hotel|date with me|body|bed|hook up|topless|intimate|sexy)\\b",
    ],
  },
  {
    id: "en-occupy",
    category: "unlawful_visit",
    patterns: [
      "(?:camp|sit|stay|wait|park)\\w*\\b.{0,15}\\b(?:outside|in front of|at) your|follow you|take your (?:car|tv|furniture|things|stuff)|(?:your|the) (?:tv|furniture|car) too|until you pay|kick (?:in|down)|change (?:your|the) locks|won't leave",
    ],
  },
  {
    id: "en-deceive",
    category: "deception",
    patterns: [
      "(?:pay|send|for) (?:a |an |only )?\\$?\\d[\\d,.]*.{0,25}\\b(?:erase|wipe|delete|remove|clear|unlock|release|fix)|processing fee|up-?front fee|(?:another|new|payday) (?:loan|card)|cash advance|guaranteed|(?:erase|delete|remove|wipe)\\w*.{0,25}(?:credit|record|late payments?|default)",
    ],
  },
  {
    id: "en-coerce",
    category: "coerced_harm",
    patterns: [
      "kill yourself|kidney|sell (?:a|your) (?:kidney|blood|organ|plasma)|(?:use|lend|borrow|rent) (?:us |me )?your (?:bank|account|card|name|id)|end (?:it|your life)|life insurance|jump off|move (?:some )?money through",
    ],
  },
  {
    id: "en-shield",
    category: "lawful",
    patterns: [
      "\\b(?:will not|won't|never|cannot|can't|don't have to|no fee|not required|do not|nobody|no one|neither|voluntary|dispute|complain\\w*|scam\\w*|free|right to|may|hardship|settlement in writing|in writing|reschedule|decline|recorded|agent id|sorry|apolog\\w*|hang up|report it)\\b",
    ],
  },
];

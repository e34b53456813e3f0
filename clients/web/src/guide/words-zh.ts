/** The words of guides in Chinese; its keys are those of every language. */
export const zh = {
  ask: '向{name}提问',
  'ask.key': '向{name}提问（G）',
  title: '{name} · 园区讲解员',
  'none.near': '附近没有讲解员，走近一位再问',
  close: '关闭', back: '返回', more: '更多', cancel: '取消',

  greeting: '您好，我是{name}。园区的空间、租金、政策、展品和企业，都可以问我；我只依据园区的资料回答，并附上出处。',
  placeholder: '输入问题…',
  send: '发送', stop: '停止', 'stop.key': '停止（Esc）',
  hold: '按住说话', 'hold.key': '按住说话（V）', 'hold.opening': '正在打开麦克风…', 'hold.listening': '正在听，松开发送', 'hold.reading': '正在辨认…',
  'deaf.insecure': '语音提问需要 HTTPS 安全连接，或在服务器本机用 localhost 打开。文字提问不受影响。',
  'deaf.denied': '麦克风没有获得许可。请在浏览器地址栏允许使用麦克风，或直接输入文字。',
  'deaf.missing': '没有找到可用的麦克风，请直接输入文字。',
  'deaf.unsupported': '这个浏览器不能录音，请直接输入文字。',
  'deaf.short': '太短了，请按住按钮说完再松开。',
  'deaf.unclear': '没有听清，请再说一遍或输入文字。',
  'deaf.failed': '没能辨认刚才的话，请输入文字。',

  whisper: '悄悄问', 'whisper.on': '仅自己能听到', 'whisper.off': '附近能听到',
  'answer.lang': '回答语言', 'answer.same': '同提问',

  'state.idle': '随时可以提问', 'state.queued': '前面还有 {n} 人在问，请稍候', 'state.thinking': '{name}正在查园区资料…', 'state.speaking': '{name}正在回答',
  'state.human': '{name}（工作人员）正在与您交谈', 'state.other': '{name}正在与{who}交谈，您的问题会排队',
  'sound.touch': '轻触开启声音',
  stopped: '已打断', 'stopped.heard': '讲到这里被打断', failed: '这次没能回答：{why}', 'failed.unknown': '请稍后再试',
  'failed.offline': '连接断开了，稍后再试',
  again: '再问一次',

  human: '人工', 'human.name': '人工 · {name}', staff: '园区工作人员',
  sources: '出处', source: '出处 {n}', 'source.version': '第 {n} 版', 'source.quote': '原文',
  visitor: '一位访客', you: '你',

  'rate.up': '有帮助', 'rate.down': '没帮助', 'rate.thanks': '谢谢，已记下',
  'rate.why': '哪里不对？（可不填）', 'rate.send': '提交', 'rate.sent': '谢谢，已转给园区工作人员',
  take: '带走这次问答', delete: '删除这次问答', 'delete.sure': '删除后园区不再保留你问过的话，无法找回。', 'delete.yes': '删除', 'deleted': '已删除这次问答',
  kept: '问答会保存一段时间供园区改进，您可以随时删除。',
  model: '回答由语言模型 {model} 生成，并与园区资料核对', 'model.none': '回答由 AI 摘自园区资料',
  abroad: '本讲解员使用境外模型服务',

  'act.go_to': '走向{what}', 'act.lead_to': '带你去{what}', 'act.point_at': '指向{what}', 'act.look_at': '看向{what}', 'act.show_exhibit': '介绍{what}',
  'act.explode_exhibit': '拆解{what}', 'act.assemble': '装回{what}', 'act.set_variant': '切换{what}的样式', 'act.play_animation': '演示{what}的运转',
  'act.refused': '没能做到', 'act.undone': '已复原', 'act.left': '您没有跟来，先到这里', 'act.halted': '已停下',
  'act.there': '那里', 'act.follow': '跟上',
  'open.units': '查看招商空间', 'open.companies': '查看入驻企业', 'open.register': '打开入驻申请', 'open.visit': '预约参观', 'open.contact': '留下联系方式', 'open.privacy': '查看隐私说明',
  'open.prefill': '带着刚才说的内容填写入驻申请', 'open.prefill.what': '将预填：{what}',
  'open.staff': '已通知工作人员，请稍候；有人接手后会在这里回复你', 'open.staff.contact': '也可以留下联系方式',
  'field.name': '企业名称', 'field.industry': '行业', 'field.brief': '简介', 'field.wants_booth': '需要展位',

  'caption.to': '{guide} → {who}',

  'xr.ask': '按住手柄 A / X 键说话，或选一个问题', 'xr.ask.mute': '选一个问题', 'xr.sources': '出处', 'xr.stop': '停止', 'xr.again': '再问', 'xr.whisper.on': '悄悄问：开', 'xr.whisper.off': '悄悄问：关',
  'xr.staff': '找人工',
  'xr.staff.question': '请帮我找工作人员',

  'page.title': '园区讲解员', 'page.enter': '走进三维园区', 'page.loading': '正在请讲解员…', 'page.none': '园区还没有讲解员',
  'page.failed': '暂时连不上园区', 'page.retry': '重试', 'page.voice.on': '朗读：开', 'page.voice.off': '朗读：关', 'page.choose': '选择讲解员',
} as const;

export type GuideKey = keyof typeof zh;

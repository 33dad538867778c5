<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActChoices</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ActPanel</name>
    <message>
        <source>Give an assisted ticket</source>
        <translation>为特需客户取号</translation>
    </message>
</context>
<context>
    <name>AlertStrip</name>
    <message>
        <source>All calm. Nothing needs a hand.</source>
        <translation>一切正常，无需处理</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Whether anything needs a hand is not known just now.</source>
        <translation>暂不知道是否有需要处理的事项</translation>
    </message>
    <message>
        <source>Nothing else needs a hand.</source>
        <translation>没有其他需要处理的事项</translation>
    </message>
</context>
<context>
    <name>ChosenTitle</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose a ticket or a counter</source>
        <translation>请选择一个号码或窗口</translation>
    </message>
    <message>
        <source>%1 min of %2</source>
        <translation>已等 %1 分钟，目标 %2 分钟</translation>
    </message>
    <message>
        <source>Send where?</source>
        <translation>转到哪里？</translation>
    </message>
    <message>
        <source>Bring forward, because:</source>
        <translation>提前叫号，原因：</translation>
    </message>
    <message>
        <source>An assisted ticket, for:</source>
        <translation>特需客户取号，办理：</translation>
    </message>
    <message>
        <source>What if, at this counter:</source>
        <translation>如果这个窗口…</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 人等候</translation>
    </message>
    <message>
        <source>Other work for a while, at this counter:</source>
        <translation>本窗口临时兼办：</translation>
    </message>
</context>
<context>
    <name>CounterActs</name>
    <message>
        <source>Opens when a teller signs on there.</source>
        <translation>柜员签到后开窗</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>如果…会怎样</translation>
    </message>
    <message>
        <source>End other work now</source>
        <translation>立即结束兼办</translation>
    </message>
    <message>
        <source>Other work for a while…</source>
        <translation>临时兼办…</translation>
    </message>
    <message>
        <source>Report it as</source>
        <translation>报告状态为</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Open counter</source>
        <translation>开放窗口</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>CounterGrid</name>
    <message>
        <source>Closing</source>
        <translation>将关</translation>
    </message>
    <message>
        <source>%1′</source>
        <translation>%1′</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 人等候</translation>
    </message>
    <message>
        <source>%1′ · usual %2′</source>
        <translation>%1′ · 通常 %2′</translation>
    </message>
</context>
<context>
    <name>FloorPage</name>
    <message>
        <source>This is old</source>
        <translation>数据过期</translation>
    </message>
    <message>
        <source>The broker was not heard yet.</source>
        <translation>尚未收到数据</translation>
    </message>
    <message>
        <source>The broker was last heard %1 s ago. Nothing can be done until it is back.</source>
        <translation>最近一次收到数据是 %1 秒前，恢复之前无法操作。</translation>
    </message>
    <message>
        <source>Nothing can be saved just now: no new tickets, no calls.</source>
        <translation>暂时无法保存：不能取号，也不能叫号</translation>
    </message>
    <message>
        <source>Tell IT. What was done before is safe.</source>
        <translation>请通知技术人员。此前的操作均已保存。</translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Nobody else who is open could serve %1. Open another counter for it first.</source>
        <translation>没有其他开放的窗口可办“%1”，请先另开一个窗口。</translation>
    </message>
</context>
<context>
    <name>ForHowLong</name>
    <message>
        <source>Do it until closing, %1</source>
        <translation>兼办至营业结束（%1）</translation>
    </message>
    <message>
        <source>Do it for %1 min</source>
        <translation>兼办 %1 分钟</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Until closing</source>
        <translation>至营业结束</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>%1, will miss its target</source>
        <translation>%1，预计超时</translation>
    </message>
    <message>
        <source>no counter serves it now</source>
        <translation>暂无窗口受理</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 分</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Lobby</source>
        <translation>大堂</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>签退</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>%1 s old</source>
        <translation>%1 秒前的数据</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1，至 %2</translation>
    </message>
    <message>
        <source>cannot save</source>
        <translation>无法保存</translation>
    </message>
</context>
<context>
    <name>IssuedSheet</name>
    <message>
        <source>Ticket %1</source>
        <translation>号码 %1</translation>
    </message>
    <message>
        <source>The customer&apos;s number</source>
        <translation>客户号码</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>前面 %1 位</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Lobby console</source>
        <translation>大堂经理台</translation>
    </message>
    <message>
        <source>This console is not admitted</source>
        <translation>本台未获准接入</translation>
    </message>
    <message>
        <source>Connecting to the broker</source>
        <translation>正在连接服务</translation>
    </message>
    <message>
        <source>Its key is unknown or was revoked. The administrator can enrol it again.</source>
        <translation>密钥未登记或已吊销，请管理员重新登记。</translation>
    </message>
    <message>
        <source>Nothing is shown until the whole picture is here.</source>
        <translation>数据完整之前不显示任何内容。</translation>
    </message>
</context>
<context>
    <name>ModeLine</name>
    <message>
        <source>Every counter helps out at once</source>
        <translation>所有窗口立即互相支援</translation>
    </message>
    <message>
        <source>%1 counters are open, fewer than %2.</source>
        <translation>仅开 %1 个窗口，不足 %2 个。</translation>
    </message>
    <message>
        <source>No machine is left for what the machines do.</source>
        <translation>自助设备可办的业务已无可用设备。</translation>
    </message>
</context>
<context>
    <name>OtherWorkPage</name>
    <message>
        <source>What it does</source>
        <translation>兼办内容</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Why? It is kept in the journal.</source>
        <translation>请写明原因，将记入日志</translation>
    </message>
    <message>
        <source>Then it goes back by itself.</source>
        <translation>到时自动恢复。</translation>
    </message>
    <message>
        <source>Say what it does.</source>
        <translation>请选择兼办内容。</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请选择原因。</translation>
    </message>
</context>
<context>
    <name>PromisesLine</name>
    <message>
        <source>Waits as promised</source>
        <translation>承诺兑现</translation>
    </message>
    <message>
        <source>%1 % within the long figure (goal 90) · %2 % within the short one (goal 50) · of %3</source>
        <translation>上限内 %1 %（目标 90）· 下限内 %2 %（目标 50）· 共 %3 人</translation>
    </message>
    <message>
        <source>nobody with a forecast was called yet</source>
        <translation>尚无有预计时间的客户被叫到</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>Your PIN</source>
        <translation>请输入密码</translation>
    </message>
    <message>
        <source>Your staff number</source>
        <translation>请输入工号</translation>
    </message>
    <message>
        <source>such as 2001</source>
        <translation>例如 2001</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>签到</translation>
    </message>
</context>
<context>
    <name>TicketActs</name>
    <message>
        <source>Send to…</source>
        <translation>转至…</translation>
    </message>
    <message>
        <source>Bring forward…</source>
        <translation>提前…</translation>
    </message>
    <message>
        <source>Back in line</source>
        <translation>回到队列</translation>
    </message>
    <message>
        <source>It was printed</source>
        <translation>确已打印</translation>
    </message>
    <message>
        <source>Cancel ticket</source>
        <translation>取消此号</translation>
    </message>
    <message>
        <source>Nothing to be done from here.</source>
        <translation>此处无可操作事项</translation>
    </message>
</context>
<context>
    <name>TodayRow</name>
    <message>
        <source>Taken today</source>
        <translation>今日取号</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>已办理</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Worst overtaking / allowed</source>
        <translation>最大插前 / 上限</translation>
    </message>
    <message>
        <source>%1′ / %2′</source>
        <translation>%1′ / %2′</translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>Nothing is changed by asking.</source>
        <translation>只是推演，不会改变任何安排。</translation>
    </message>
    <message>
        <source>Playing the rest of the day, many times over…</source>
        <translation>正在反复推演今天余下的时间…</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>现在开放</translation>
    </message>
    <message>
        <source>It opens when a teller signs on there or resumes.</source>
        <translation>柜员登录或恢复后即开放。</translation>
    </message>
    <message>
        <source>It is closed by now.</source>
        <translation>窗口已关闭。</translation>
    </message>
    <message>
        <source>If it stays so until closing: %1</source>
        <translation>若一直保持到营业结束：%1</translation>
    </message>
    <message>
        <source>The figures are for the whole rest of the day.</source>
        <translation>以上数字按当天余下全部时间推演。</translation>
    </message>
    <message>
        <source>Asked at %1, %2 min ago: the lobby has moved on since.</source>
        <translation>推演于 %1，已过 %2 分钟，大堂情况已变化。</translation>
    </message>
    <message>
        <source>Asked at %1</source>
        <translation>推演于 %1</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新推演</translation>
    </message>
</context>
<context>
    <name>TrialResult</name>
    <message>
        <source>Who</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Average wait, min</source>
        <translation>平均等候（分钟）</translation>
    </message>
    <message>
        <source>Over target</source>
        <translation>超时比例</translation>
    </message>
    <message>
        <source>Win / lose a minute</source>
        <translation>少等 / 多等</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>no clear difference</source>
        <translation>无明显差别</translation>
    </message>
    <message>
        <source>%1 → %2 %</source>
        <translation>%1 → %2 %</translation>
    </message>
    <message>
        <source>Waiting now, called sooner: %1</source>
        <translation>正在等候、会提前叫到：%1</translation>
    </message>
    <message>
        <source>Waiting now, called later: %1</source>
        <translation>正在等候、会推后叫到：%1</translation>
    </message>
    <message>
        <source>This counter stands idle %1 → %2 min until the day ends</source>
        <translation>到营业结束，本窗口空闲 %1 → %2 分钟</translation>
    </message>
    <message>
        <source>The rest of the day, played %1 times over</source>
        <translation>今天余下的时间，共推演 %1 遍</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>TrialWords</name>
    <message>
        <source>No answer came. Nothing was changed; ask again.</source>
        <translation>没有收到答复。什么都没有改变，请再问一次。</translation>
    </message>
    <message>
        <source>No day has begun yet, so there is nothing to play.</source>
        <translation>今天尚未开始营业，无法推演。</translation>
    </message>
    <message>
        <source>%1 customers wait %2&#xa0;min less on average</source>
        <translation>%1平均少等 %2&#xa0;分钟</translation>
    </message>
    <message>
        <source>%1 customers wait %2&#xa0;min more on average</source>
        <translation>%1平均多等 %2&#xa0;分钟</translation>
    </message>
    <message>
        <source>%1; no clear difference for the others.</source>
        <translation>%1；其他客户无明显差别。</translation>
    </message>
    <message>
        <source>%1 %2&#xa0;min less</source>
        <translation>%1少等 %2&#xa0;分钟</translation>
    </message>
    <message>
        <source>%1 %2&#xa0;min more</source>
        <translation>%1多等 %2&#xa0;分钟</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1；%2。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1，另 %2 人</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>no clear difference for anybody.</source>
        <translation>对任何客户都没有明显差别。</translation>
    </message>
    <message>
        <source>nobody for certain</source>
        <translation>没有能确定的客户</translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>Find a number  /</source>
        <translation>查找号码  /</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Set aside %1</source>
        <translation>挂起 %1</translation>
    </message>
    <message>
        <source>No such number today</source>
        <translation>今日没有此号</translation>
    </message>
    <message>
        <source>Nobody is set aside</source>
        <translation>没有挂起的客户</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>没有客户等候</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 人等候</translation>
    </message>
    <message>
        <source>Will miss %1</source>
        <translation>将超时 %1</translation>
    </message>
    <message>
        <source>Nobody is forecast to miss their target</source>
        <translation>预计无人超时</translation>
    </message>
    <message>
        <source>Waited / target</source>
        <translation>已等 / 目标</translation>
    </message>
    <message>
        <source>Called in</source>
        <translation>预计叫号</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>forward</source>
        <translation>已提前</translation>
    </message>
    <message>
        <source>%1′ / %2′</source>
        <translation>%1′ / %2′</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1，%2，%3，%4</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Elderly</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>残障人士</translation>
    </message>
    <message>
        <source>With a child</source>
        <translation>携幼儿</translation>
    </message>
    <message>
        <source>Unwell</source>
        <translation>身体不适</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>Our mistake</source>
        <translation>我行失误</translation>
    </message>
    <message>
        <source>Out of paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>Out of cash</source>
        <translation>缺钞</translation>
    </message>
    <message>
        <source>Card jam</source>
        <translation>卡片被卡</translation>
    </message>
    <message>
        <source>Not working</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>card reader</source>
        <translation>读卡器</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Nobody there</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>叫号中</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>服务中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>being printed</source>
        <translation>打印中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已叫号</translation>
    </message>
    <message>
        <source>being served</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>sent to a machine</source>
        <translation>已转自助</translation>
    </message>
    <message>
        <source>served</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>过号</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Help needed at kiosk %1</source>
        <translation>取号机 %1 有客户求助</translation>
    </message>
    <message>
        <source>A client of manager %1 is here</source>
        <translation>客户经理 %1 的客户到店</translation>
    </message>
    <message>
        <source>%1: was it printed?</source>
        <translation>%1 是否已打印？</translation>
    </message>
    <message>
        <source>Kiosk %1 is down</source>
        <translation>取号机 %1 停用</translation>
    </message>
    <message>
        <source>Counter %1: %2 has not come</source>
        <translation>%1 号窗口：%2 未到</translation>
    </message>
    <message>
        <source>%1: %2 is down</source>
        <translation>%1：%2故障</translation>
    </message>
    <message>
        <source>Counter %1: %2 takes long</source>
        <translation>%1 号窗口：%2 办理过久</translation>
    </message>
    <message>
        <source>longest %1 min</source>
        <translation>最长已等 %1 分钟</translation>
    </message>
    <message>
        <source>private · ticket %1</source>
        <translation>内部提示 · 号码 %1</translation>
    </message>
    <message>
        <source>private · card read just now</source>
        <translation>内部提示 · 刚刚刷卡</translation>
    </message>
    <message>
        <source>the printer went silent</source>
        <translation>打印机无应答</translation>
    </message>
    <message>
        <source>called %1 min ago</source>
        <translation>已叫号 %1 分钟</translation>
    </message>
    <message>
        <source>%1 min, thrice the usual</source>
        <translation>已 %1 分钟，超过通常的三倍</translation>
    </message>
    <message>
        <source>please go there</source>
        <translation>请前往协助</translation>
    </message>
    <message>
        <source>Attended to</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已知悉</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>%1 sent to %2</source>
        <translation>已将 %1 转至 %2</translation>
    </message>
    <message>
        <source>%1 brought forward</source>
        <translation>已将 %1 提前</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>已取消 %1</translation>
    </message>
    <message>
        <source>%1 is back in line</source>
        <translation>%1 已回到队列</translation>
    </message>
    <message>
        <source>Counter %1 opened</source>
        <translation>%1 号窗口已开</translation>
    </message>
    <message>
        <source>Counter %1 closes</source>
        <translation>%1 号窗口关窗</translation>
    </message>
    <message>
        <source>%1 given out</source>
        <translation>已发号 %1</translation>
    </message>
    <message>
        <source>%1: %2 over target</source>
        <translation>%1：%2 人超时</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>马上</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>约 %1–%2 分</translation>
    </message>
    <message>
        <source>Long queue</source>
        <translation>排队较长</translation>
    </message>
    <message>
        <source>Short of staff</source>
        <translation>人手不足</translation>
    </message>
    <message>
        <source>Machines down</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>A customer waits</source>
        <translation>有客户等候</translation>
    </message>
    <message>
        <source>The forecast speaks for it</source>
        <translation>依据预测</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Other work until %1 · %2 · %3</source>
        <translation>兼办至 %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Kept until %1</source>
        <translation>预留至 %1</translation>
    </message>
    <message>
        <source>Kept for a booked customer until %1</source>
        <translation>为预约客户预留至 %1</translation>
    </message>
    <message>
        <source>Kept for a customer at the kiosk until %1</source>
        <translation>为取号机前的客户预留至 %1</translation>
    </message>
    <message>
        <source>Kept for a ticket being printed until %1</source>
        <translation>为正在打印的号码预留至 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Machine %1 reported: %2</source>
        <translation>已报告设备 %1：%2</translation>
    </message>
    <message>
        <source>Counter %1 does other work until %2</source>
        <translation>%1 号窗口兼办至 %2</translation>
    </message>
    <message>
        <source>Counter %1 does its usual work again</source>
        <translation>%1 号窗口恢复原有业务</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Tried as a what-if: %1</source>
        <translation>先作推演：%1</translation>
    </message>
    <message>
        <source>Tried first</source>
        <translation>先作推演</translation>
    </message>
    <message>
        <source>Machine %1 switched on</source>
        <translation>设备 %1 已启用</translation>
    </message>
    <message>
        <source>Machine %1 switched off</source>
        <translation>设备 %1 已停用</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Helps out at once</source>
        <translation>立即协助</translation>
    </message>
    <message>
        <source>Helps out after %1 min</source>
        <translation>%1 分钟后协助</translation>
    </message>
    <message>
        <source>Takes the work of %1, too</source>
        <translation>兼办%1业务</translation>
    </message>
    <message>
        <source>Other work until %1</source>
        <translation>兼办至 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Close after this customer</source>
        <translation>办完这位后关窗</translation>
    </message>
    <message>
        <source>Close counter</source>
        <translation>关闭窗口</translation>
    </message>
</context>
<context>
    <name>ZoneTable</name>
    <message>
        <source>Zone</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>%1′ / %2′</source>
        <translation>%1′ / %2′</translation>
    </message>
    <message>
        <source>walk up</source>
        <translation>随到随办</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 分钟</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预计等候</translation>
    </message>
    <message>
        <source>in line</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Most pressing: waited / target</source>
        <translation>最紧迫的一位：已等 / 目标</translation>
    </message>
    <message>
        <source>now</source>
        <translation>即可办理</translation>
    </message>
</context>
</TS>

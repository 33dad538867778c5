<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ReasonText</name>
    <message>
        <source>Authorisation</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Cash handling</source>
        <translation>现金清点</translation>
    </message>
    <message>
        <source>Short break</source>
        <translation>短暂离开</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>用餐</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Machine fault</source>
        <translation>设备故障</translation>
    </message>
</context>
<context>
    <name>RefusalText</name>
    <message>
        <source>We are closed just now. Please ask the lobby staff.</source>
        <translation>当前不在营业时间，请咨询大堂工作人员。</translation>
    </message>
    <message>
        <source>This service is done at the machines here. Please ask the lobby staff.</source>
        <translation>本网点该业务请在自助设备办理，请咨询大堂工作人员。</translation>
    </message>
    <message>
        <source>The hall is full. Please ask the lobby staff.</source>
        <translation>大厅等候人数已满，请咨询大堂工作人员。</translation>
    </message>
    <message>
        <source>Too many tickets at once. Please wait a moment, or ask the lobby staff.</source>
        <translation>取号过于频繁，请稍候再取，或咨询大堂工作人员。</translation>
    </message>
    <message>
        <source>Today&apos;s numbers are used up. Please ask the lobby staff.</source>
        <translation>今日号码已发完，请咨询大堂工作人员。</translation>
    </message>
    <message>
        <source>There is no such appointment. Please ask the lobby staff.</source>
        <translation>没有该预约，请咨询大堂工作人员。</translation>
    </message>
    <message>
        <source>This appointment was used already.</source>
        <translation>该预约已使用。</translation>
    </message>
    <message>
        <source>It is too early for this appointment. Please come back a little later.</source>
        <translation>尚未到该预约的取号时间，请稍后再来。</translation>
    </message>
    <message>
        <source>The appointment is for another service.</source>
        <translation>该预约办理的是其他业务。</translation>
    </message>
    <message>
        <source>That would leave a service without a counter.</source>
        <translation>这样会使某项业务没有窗口可办理。</translation>
    </message>
    <message>
        <source>The book of appointments is full.</source>
        <translation>预约已满。</translation>
    </message>
    <message>
        <source>Too much time has passed. Please start again.</source>
        <translation>操作超时，请重新开始。</translation>
    </message>
    <message>
        <source>This service is no longer offered.</source>
        <translation>该业务已停办。</translation>
    </message>
    <message>
        <source>This outlet has no such customer tier.</source>
        <translation>本网点没有这一客户等级。</translation>
    </message>
    <message>
        <source>There is no such zone.</source>
        <translation>没有这个区域。</translation>
    </message>
    <message>
        <source>There is no such counter for you to use.</source>
        <translation>没有可供使用的该窗口。</translation>
    </message>
    <message>
        <source>There is no such ticket any more.</source>
        <translation>该号码已不存在。</translation>
    </message>
    <message>
        <source>Nobody is signed on here. Sign on first.</source>
        <translation>尚未签到，请先签到。</translation>
    </message>
    <message>
        <source>Finish with the present customer first.</source>
        <translation>请先办结当前客户。</translation>
    </message>
    <message>
        <source>This counter was closed by the lobby manager.</source>
        <translation>本窗口已由大堂经理关闭。</translation>
    </message>
    <message>
        <source>This counter is paused. Resume first.</source>
        <translation>本窗口已暂停，请先恢复。</translation>
    </message>
    <message>
        <source>Somebody else is signed on at this counter.</source>
        <translation>该窗口已有其他柜员签到。</translation>
    </message>
    <message>
        <source>Nobody is waiting for this counter.</source>
        <translation>本窗口暂无等候客户。</translation>
    </message>
    <message>
        <source>There is no customer at this counter.</source>
        <translation>本窗口当前没有客户。</translation>
    </message>
    <message>
        <source>Too soon: call the number again first.</source>
        <translation>尚早：请先重新呼叫该号码。</translation>
    </message>
    <message>
        <source>This has changed since you looked. Look again.</source>
        <translation>情况已有变化，请重新查看。</translation>
    </message>
    <message>
        <source>The ticket has moved on meanwhile.</source>
        <translation>该号码的状态已变更。</translation>
    </message>
    <message>
        <source>Nobody there can do this service.</source>
        <translation>该处无法办理此业务。</translation>
    </message>
    <message>
        <source>Please give a reason.</source>
        <translation>请填写原因。</translation>
    </message>
    <message>
        <source>The reason is too long.</source>
        <translation>原因过长。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>It is too late for that now.</source>
        <translation>已超过可操作时间。</translation>
    </message>
    <message>
        <source>A newer question took the place of this one.</source>
        <translation>已有新的提问，此问不再作答。</translation>
    </message>
    <message>
        <source>Number or PIN is not right.</source>
        <translation>工号或密码不正确。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait five minutes.</source>
        <translation>密码错误次数过多，请五分钟后再试。</translation>
    </message>
    <message>
        <source>You may not do this here.</source>
        <translation>您无权在此操作。</translation>
    </message>
    <message>
        <source>The system takes nothing in just now. What was done before is safe.</source>
        <translation>系统暂停受理，此前的操作均已保存。</translation>
    </message>
    <message>
        <source>No answer. Please look again before you repeat it.</source>
        <translation>未收到应答，请先核对再重试。</translation>
    </message>
    <message>
        <source>This program does not fit the broker. Please call support.</source>
        <translation>程序版本与系统不匹配，请联系技术支持。</translation>
    </message>
</context>
</TS>

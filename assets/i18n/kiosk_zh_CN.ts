<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Advice</name>
    <message>
        <source>Please take your card.</source>
        <translation>请取回您的卡。</translation>
    </message>
    <message>
        <source>Code for your phone</source>
        <translation>手机查看进度的二维码</translation>
    </message>
    <message>
        <source>Scan to follow your number on your phone.</source>
        <translation>扫码可在手机上查看排队进度。</translation>
    </message>
</context>
<context>
    <name>AppointmentKey</name>
    <message>
        <source>I have an appointment</source>
        <translation>我有预约</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>我有预约</translation>
    </message>
</context>
<context>
    <name>AssistBar</name>
    <message>
        <source>Large text</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>求助</translation>
    </message>
</context>
<context>
    <name>BackKey</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>BookingPage</name>
    <message>
        <source>Reference: %1</source>
        <translation>预约编号：%1</translation>
    </message>
    <message>
        <source>Take my number</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Take an ordinary number</source>
        <translation>取普通号</translation>
    </message>
    <message>
        <source>Type the reference of your appointment. It is in the message that confirmed it.</source>
        <translation>请输入预约编号，见预约成功通知。</translation>
    </message>
    <message>
        <source>We find no appointment with this reference. Please check it, or take an ordinary number.</source>
        <translation>没有找到该预约编号。请核对后重新输入，或直接取普通号。</translation>
    </message>
    <message>
        <source>A number was already taken for this appointment. If it is lost, please ask the lobby staff, or take an ordinary number.</source>
        <translation>该预约已取过号。如号码遗失，请咨询大堂经理，或直接取普通号。</translation>
    </message>
    <message>
        <source>It is too early for this appointment. Come back closer to its time, or take an ordinary number now: the appointment stays.</source>
        <translation>尚未到预约取号时间。请临近预约时间再来，或现在取普通号，预约仍然保留。</translation>
    </message>
    <message>
        <source>This appointment is for something not done here just now. Please ask the lobby staff, or take an ordinary number.</source>
        <translation>所预约的业务目前无法办理。请咨询大堂经理，或直接取普通号。</translation>
    </message>
    <message>
        <source>Your appointment</source>
        <translation>预约取号</translation>
    </message>
</context>
<context>
    <name>ChoosingKeys</name>
    <message>
        <source>Previous</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ChoosingPage</name>
    <message>
        <source>Hello. Waiting times are estimates.</source>
        <translation>您好！等候时间为估算，仅供参考。</translation>
    </message>
    <message>
        <source>Waiting times are estimates.</source>
        <translation>等候时间为估算，仅供参考。</translation>
    </message>
    <message>
        <source>How can we help?</source>
        <translation>今天办理什么业务？</translation>
    </message>
    <message>
        <source>No counter open for this just now</source>
        <translation>目前没有窗口办理</translation>
    </message>
</context>
<context>
    <name>HallNowPanel</name>
    <message>
        <source>Waiting now. Times are estimates.</source>
        <translation>当前等候情况（时间为估算）</translation>
    </message>
    <message>
        <source>Nobody waiting</source>
        <translation>无人等候</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 人等候</translation>
    </message>
</context>
<context>
    <name>HelpNote</name>
    <message>
        <source>Calling the lobby staff…</source>
        <translation>正在呼叫大堂工作人员…</translation>
    </message>
    <message>
        <source>The call did not get through. Please speak to the lobby staff.</source>
        <translation>呼叫未送达，请直接咨询大堂工作人员。</translation>
    </message>
    <message>
        <source>The lobby staff have been called. Somebody will come to you.</source>
        <translation>已通知大堂工作人员，请在此稍候。</translation>
    </message>
</context>
<context>
    <name>IdleQuestion</name>
    <message>
        <source>Are you still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>Seconds left</source>
        <translation>剩余秒数</translation>
    </message>
    <message>
        <source>Then this page closes and your choices are cleared.</source>
        <translation>时间到后将返回首页，您的选择会被清除。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Usher kiosk</source>
        <translation>取号机</translation>
    </message>
    <message>
        <source>Connection lost. Please wait a moment.</source>
        <translation>网络暂时中断，请稍候。</translation>
    </message>
</context>
<context>
    <name>MomentPage</name>
    <message>
        <source>Reading your card</source>
        <translation>正在读卡</translation>
    </message>
    <message>
        <source>Taking your number</source>
        <translation>正在取号</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Please leave it in the slot.</source>
        <translation>请勿拔卡。</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <translation>只需几秒钟。</translation>
    </message>
</context>
<context>
    <name>NumberPage</name>
    <message>
        <source>Then go to %1 (sign %2). Nobody is called there. If it cannot help, a counter calls your number.</source>
        <translation>然后前往%1（标牌 %2），设备旁不叫号。如设备无法办理，将由窗口叫您的号码。</translation>
    </message>
    <message>
        <source>The time of your appointment has passed, so this number counts like any other.</source>
        <translation>预约时间已过，本号码按普通顺序叫号。</translation>
    </message>
    <message>
        <source>Your appointment counts.</source>
        <translation>已按预约优先排队。</translation>
    </message>
    <message>
        <source>Nobody is ahead of you. The time is an estimate.</source>
        <translation>前面没有人。等候时间为估算。</translation>
    </message>
    <message>
        <source>%1 ahead of you. The time is an estimate.</source>
        <translation>前面 %1 位。等候时间为估算。</translation>
    </message>
</context>
<context>
    <name>PaperFailedPage</name>
    <message>
        <source>The slip could not be printed</source>
        <translation>小票未能打印</translation>
    </message>
    <message>
        <source>You can keep your number all the same: photograph it or remember it.</source>
        <translation>号码仍可保留：请拍照或记下号码。</translation>
    </message>
    <message>
        <source>Keep this number</source>
        <translation>保留这个号码</translation>
    </message>
    <message>
        <source>Go without a number</source>
        <translation>不要号码了</translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>Your slip is being printed</source>
        <translation>小票打印中</translation>
    </message>
    <message>
        <source>Please wait for it.</source>
        <translation>请稍候取走小票。</translation>
    </message>
</context>
<context>
    <name>ReferencePad</name>
    <message>
        <source>Keys for the reference</source>
        <translation>预约编号键盘</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ShownPage</name>
    <message>
        <source>Did a slip come out?</source>
        <translation>小票打出来了吗？</translation>
    </message>
    <message>
        <source>Please photograph this number</source>
        <translation>请拍下这个号码</translation>
    </message>
    <message>
        <source>I have my number</source>
        <translation>我已记下号码</translation>
    </message>
    <message>
        <source>If not, photograph this number. It is good all the same.</source>
        <translation>如果没有，请拍下号码。无论有无小票，号码都有效。</translation>
    </message>
    <message>
        <source>The number is good without a slip.</source>
        <translation>本次不出小票，凭号码即可办理。</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Please take your slip</source>
        <translation>请取走小票</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>We are closed just now</source>
        <translation>当前不在营业时间</translation>
    </message>
    <message>
        <source>The hall is full</source>
        <translation>大厅等候人数已满</translation>
    </message>
    <message>
        <source>No numbers just now</source>
        <translation>暂时无法取号</translation>
    </message>
    <message>
        <source>We could not read this card</source>
        <translation>未能读取此卡</translation>
    </message>
    <message>
        <source>This is not a bank card</source>
        <translation>这不是银行卡</translation>
    </message>
    <message>
        <source>The card came out too soon</source>
        <translation>卡片取出过早</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>未能办理</translation>
    </message>
    <message>
        <source>Please come again during opening hours, or ask the lobby staff.</source>
        <translation>请在营业时间前来办理，或咨询大堂工作人员。</translation>
    </message>
    <message>
        <source>No more numbers are given for the moment. Please ask the lobby staff.</source>
        <translation>暂停发号，请咨询大堂工作人员。</translation>
    </message>
    <message>
        <source>The system takes nothing in just now. The lobby staff will help you.</source>
        <translation>系统暂时无法受理，请咨询大堂工作人员。</translation>
    </message>
    <message>
        <source>Please try again with the chip towards the slot, or go on without a card.</source>
        <translation>请将芯片朝向卡槽重新插卡，也可以不用卡直接取号。</translation>
    </message>
    <message>
        <source>Please use a bank card, or go on without a card.</source>
        <translation>请使用银行卡，也可以不用卡直接取号。</translation>
    </message>
    <message>
        <source>Please put it in again and leave it there, or go on without a card.</source>
        <translation>请重新插卡并稍候再取出，也可以不用卡直接取号。</translation>
    </message>
    <message>
        <source>Go on without a card</source>
        <translation>无卡取号</translation>
    </message>
    <message>
        <source>Call the lobby staff</source>
        <translation>呼叫大堂工作人员</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>返回首页</translation>
    </message>
    <message>
        <source>Your number is not confirmed</source>
        <translation>取号结果未能确认</translation>
    </message>
    <message>
        <source>Please ask the lobby staff whether a number was given. Do not take a second one yet.</source>
        <translation>请向大堂工作人员确认是否已出号，暂勿重复取号。</translation>
    </message>
    <message>
        <source>The connection is lost. The lobby staff will help you. This page comes back by itself.</source>
        <translation>网络暂时中断，请咨询大堂工作人员。恢复后本页会自动返回。</translation>
    </message>
</context>
<context>
    <name>Waits</name>
    <message>
        <source>Now</source>
        <translation>即可办理</translation>
    </message>
    <message>
        <source>About %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>Machine: now</source>
        <translation>自助机：现在可办</translation>
    </message>
    <message>
        <source>Machine: about %1 min</source>
        <translation>自助机：约 %1 分钟</translation>
    </message>
    <message>
        <source>Wait unknown</source>
        <translation>等候时间未知</translation>
    </message>
    <message>
        <source>Up to %1 min</source>
        <translation>%1 分钟以内</translation>
    </message>
    <message>
        <source>Machine: wait unknown</source>
        <translation>自助机：等候时间未知</translation>
    </message>
    <message>
        <source>Machine: up to %1 min</source>
        <translation>自助机：%1 分钟以内</translation>
    </message>
</context>
<context>
    <name>WaysPage</name>
    <message>
        <source>Counter</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Not available just now.</source>
        <translation>暂时无法使用。</translation>
    </message>
    <message>
        <source>It is free: take a number and go there.</source>
        <translation>设备空闲，取号后直接前往。</translation>
    </message>
    <message>
        <source>Take a number and queue there. Nobody is called.</source>
        <translation>取号后到设备旁排队，不叫号。</translation>
    </message>
    <message>
        <source>No counter is open for this just now. Your number waits for one.</source>
        <translation>目前没有窗口办理此业务，取号后等候窗口开放。</translation>
    </message>
    <message>
        <source>%1 cannot take you any more. Please choose another way.</source>
        <translation>%1现在无法办理，请另选一种方式。</translation>
    </message>
    <message>
        <source>Where would you like to go? Waiting times are estimates.</source>
        <translation>请选择办理方式。等候时间为估算，仅供参考。</translation>
    </message>
    <message>
        <source>Waiting times are estimates.</source>
        <translation>等候时间为估算，仅供参考。</translation>
    </message>
    <message>
        <source>Wait in: %1. Nobody is ahead of you.</source>
        <translation>等候区：%1。前面没有人。</translation>
    </message>
    <message>
        <source>Wait in: %1. Ahead of you: %2.</source>
        <translation>等候区：%1。前面 %2 位。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Please take a number.</source>
        <translation>请取号。</translation>
    </message>
    <message>
        <source>Please take your card out, then put it in again.</source>
        <translation>请先取出卡片，再重新插入。</translation>
    </message>
    <message>
        <source>Use your card, or take a number without one. Both are equally welcome.</source>
        <translation>可用银行卡取号，也可无卡取号，同样办理。</translation>
    </message>
    <message>
        <source>Insert, tap or swipe your card</source>
        <translation>请插卡、挥卡或刷卡</translation>
    </message>
    <message>
        <source>Used only to recognise your service level. The card number is not kept.</source>
        <translation>仅用于识别服务等级，不保存卡号</translation>
    </message>
    <message>
        <source>Take a number without a card</source>
        <translation>无卡取号</translation>
    </message>
</context>
</TS>

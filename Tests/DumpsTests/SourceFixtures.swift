@testable import Dumps

/// A dump of the same three comments, as one tool writes it: a question, the office's reply to it, and thanks.
///
/// The names of fields are the tools' own (FORMATS.md); the people and texts are invented.
struct SourceFixture: Sendable, CustomStringConvertible {
  let format: String
  var bytes: [UInt8]
  var ids: [String?] = ["1001", "1002", "1003"]
  var texts = ["Jalan rusak, kapan diperbaiki?", "Siap, kami cek", "Makasih pak"]
  var authors: [String?] = ["warga", "dinas", "ibu"]
  var times: [String?] = ["2025-08-12T03:30:00Z", "2025-08-12T03:31:00Z", "2025-08-13T00:00:00Z"]
  var likes: [String?] = ["3", "1", "0"]
  var hasParent = true
  var post: String?
  /// How many rows the dump itself says the account wrote.
  var own = 0
  var rejected = 0

  var description: String { format }

  init(_ format: String, _ text: String, _ change: (inout SourceFixture) -> Void = { _ in }) {
    self.format = format
    bytes = Array(text.utf8)
    change(&self)
  }

  private static let unix: [String?] = ["1754969400", "1754969460", "1755043200"]
  private static let millis: [String?] = [
    "2025-08-12T03:30:00.000Z", "2025-08-12T03:31:00.000Z", "2025-08-13T00:00:00.000Z",
  ]
  private static let offset: [String?] = [
    "2025-08-12T03:30:00+0000", "2025-08-12T03:31:00+0000", "2025-08-13T00:00:00+0000",
  ]

  static let all: [SourceFixture] = graphs + videos + tweets + scrapers + tables

  private static let graphs = [
    SourceFixture(
      "instagram-graph",
      #"""
      {
        "data": [
          {"id": "1001", "text": "Jalan rusak, kapan diperbaiki?", "username": "warga", "timestamp": "2025-08-12T03:30:00+0000",
           "like_count": 3, "hidden": false, "media": {"id": "777"},
           "replies": {"data": [{"id": "1002", "text": "Siap, kami cek", "username": "dinas",
             "timestamp": "2025-08-12T03:31:00+0000", "like_count": 1, "media": {"id": "777"}}]}},
          {"id": "1003", "text": "Makasih pak", "username": "ibu", "timestamp": "2025-08-13T00:00:00+0000", "like_count": 0, "media": {"id": "777"}}
        ],
        "paging": {"cursors": {"after": "x"}}
      }
      """#
    ) { ($0.times, $0.post) = (offset, "777") },
    SourceFixture(
      "instagram-webhook",
      #"{"object":"instagram","entry":[{"id":"9","time":1754969400,"changes":[{"field":"comments","value":{"id":"1001","text":"Jalan rusak, kapan diperbaiki?","from":{"id":"51","username":"warga"},"media":{"id":"777","media_product_type":"FEED"}}}]},{"id":"9","time":1754969460,"changes":[{"field":"comments","value":{"id":"1002","text":"Siap, kami cek","from":{"id":"9","username":"dinas"},"media":{"id":"777","media_product_type":"FEED"},"parent_id":"1001"}}]}]}"#
        + "\n"
        + #"{"object":"instagram","entry":[{"id":"9","time":1755043200,"changes":[{"field":"comments","value":{"id":"1003","text":"Makasih pak","from":{"id":"53","username":"ibu"},"media":{"id":"777","media_product_type":"FEED"}}}]}]}"#
    ) { ($0.times, $0.post, $0.likes) = (unix, "777", [nil, nil, nil]) },
    SourceFixture(
      "facebook-graph",
      #"{"data":[{"id":"777_1001","message":"Jalan rusak, kapan diperbaiki?","from":{"id":"51","name":"warga"},"created_time":"2025-08-12T03:30:00+0000","like_count":3,"comment_count":1,"comments":{"data":[{"id":"777_1002","message":"Siap, kami cek","from":{"id":"9","name":"dinas"},"created_time":"2025-08-12T03:31:00+0000","like_count":1,"parent":{"id":"777_1001"}}]}},{"id":"777_1003","message":"Makasih pak","from":{"id":"53","name":"ibu"},"created_time":"2025-08-13T00:00:00+0000","like_count":0}],"paging":{}}"#
    ) {
      ($0.times, $0.post) = (offset, "777")
      $0.ids = ["777_1001", "777_1002", "777_1003"]
    },
  ]

  private static let videos = [
    SourceFixture(
      "youtube-api",
      #"{"kind":"youtube#commentThreadListResponse","items":[{"id":"1001","snippet":{"channelId":"UC9","videoId":"vid7","topLevelComment":{"id":"1001","snippet":{"videoId":"vid7","channelId":"UC9","textDisplay":"Jalan rusak,<br>kapan diperbaiki?","authorDisplayName":"warga","authorChannelId":{"value":"UC51"},"likeCount":3,"publishedAt":"2025-08-12T03:30:00Z"}},"totalReplyCount":4},"replies":{"comments":[{"id":"1002","snippet":{"videoId":"vid7","channelId":"UC9","textDisplay":"Siap, kami cek","parentId":"1001","authorDisplayName":"dinas","authorChannelId":{"value":"UC9"},"likeCount":1,"publishedAt":"2025-08-12T03:31:00Z"}}]}},{"id":"1003","snippet":{"channelId":"UC9","videoId":"vid7","topLevelComment":{"id":"1003","snippet":{"videoId":"vid7","channelId":"UC9","textDisplay":"Makasih pak","authorDisplayName":"ibu","authorChannelId":{"value":"UC53"},"likeCount":0,"publishedAt":"2025-08-13T00:00:00Z"}},"totalReplyCount":0}}]}"#
    ) { ($0.post, $0.own) = ("vid7", 1) },
    SourceFixture(
      "yt-dlp",
      #"{"id":"vid7","title":"Rapat","formats":[{"format_id":"18","url":"x"}],"channel_id":"UC9","uploader":"dinas","comments":[{"id":"1001","parent":"root","text":"Jalan rusak, kapan diperbaiki?","like_count":3,"author_id":"UC51","author":"warga","author_is_uploader":false,"timestamp":1754969400,"_time_text":"2 weeks ago"},{"id":"1002","parent":"1001","text":"Siap, kami cek","like_count":1,"author_id":"UC9","author":"dinas","author_is_uploader":true,"timestamp":1754969460},{"id":"1003","parent":"root","text":"Makasih pak","like_count":0,"author_id":"UC53","author":"ibu","author_is_uploader":false,"timestamp":1755043200}],"comment_count":5}"#
    ) { ($0.times, $0.post, $0.own) = (unix, "vid7", 1) },
    SourceFixture(
      "youtube-comment-downloader",
      #"{"cid":"Ugx1","text":"Jalan rusak, kapan diperbaiki?","time":"2 years ago (edited)","author":"warga","channel":"UC51","votes":"3","replies":"1","photo":"x","heart":false,"reply":false,"time_parsed":1754969400.5}"#
        + "\n"
        + #"{"cid":"Ugx1.9a","text":"Siap, kami cek","time":"2 years ago","author":"dinas","channel":"UC9","votes":"1","replies":"","photo":"x","heart":false,"reply":true,"time_parsed":1754969460.5}"#
        + "\n"
        + #"{"cid":"Ugx3","text":"Makasih pak","time":"2 years ago","author":"ibu","channel":"UC53","votes":"0","replies":"","photo":"x","heart":true,"reply":false,"time_parsed":1755043200.5}"#
    ) {
      $0.ids = ["Ugx1", "Ugx1.9a", "Ugx3"]
      $0.times = ["1754969400.5", "1754969460.5", "1755043200.5"]
    },
    SourceFixture(
      "tiktok-research",
      #"{"data":{"comments":[{"id":7123456789012345671,"video_id":777,"text":"Jalan rusak, kapan diperbaiki?","create_time":1754969400,"like_count":3,"reply_count":1,"parent_comment_id":777},{"id":7123456789012345672,"video_id":777,"text":"Siap, kami cek","create_time":1754969460,"like_count":1,"reply_count":0,"parent_comment_id":7123456789012345671},{"id":7123456789012345673,"video_id":777,"text":"Makasih pak","create_time":1755043200,"like_count":0,"reply_count":0,"parent_comment_id":777}],"cursor":100,"has_more":false},"error":{"code":"ok"}}"#
    ) {
      $0.ids = ["7123456789012345671", "7123456789012345672", "7123456789012345673"]
      ($0.times, $0.post, $0.authors) = (unix, "777", [nil, nil, nil])
    },
    SourceFixture(
      "tiktok",
      #"{"comments":[{"cid":"1001","text":"Jalan rusak, kapan diperbaiki?","aweme_id":"777","create_time":1754969400,"digg_count":3,"user":{"unique_id":"warga","nickname":"W"},"reply_id":"0","reply_comment_total":1},{"cid":"1002","text":"Siap, kami cek","aweme_id":"777","create_time":1754969460,"digg_count":1,"user":{"unique_id":"dinas","nickname":"D"},"reply_id":"1001"},{"cid":"1003","text":"Makasih pak","aweme_id":"777","create_time":1755043200,"digg_count":0,"user":{"unique_id":"ibu","nickname":"I"},"reply_id":"0","reply_comment_total":0}],"cursor":20}"#
    ) { ($0.times, $0.post) = (unix, "777") },
  ]

  private static let tweets = [
    SourceFixture(
      "x-v2",
      #"{"data":[{"id":"1001","text":"Jalan rusak, kapan diperbaiki?","author_id":"51","created_at":"2025-08-12T03:30:00.000Z","conversation_id":"1001","public_metrics":{"like_count":3}},{"id":"1002","text":"Siap, kami cek","author_id":"9","created_at":"2025-08-12T03:31:00.000Z","conversation_id":"1001","in_reply_to_user_id":"51","referenced_tweets":[{"type":"replied_to","id":"1001"}],"public_metrics":{"like_count":1}}],"includes":{"users":[{"id":"51","username":"warga","name":"W"},{"id":"9","username":"dinas","name":"D"}]},"meta":{"result_count":2}}"#
        + "\n"
        + #"{"data":[{"id":"1003","text":"Makasih pak","author_id":"53","created_at":"2025-08-13T00:00:00.000Z","conversation_id":"1001","referenced_tweets":[{"type":"quoted","id":"1"}],"public_metrics":{"like_count":0}}],"includes":{"users":[{"id":"53","username":"ibu"}]},"meta":{"result_count":1}}"#
    ) { ($0.times, $0.post) = (millis, "1001") },
    SourceFixture(
      "x-v2",
      #"{"id":"1001","text":"Jalan rusak, kapan diperbaiki?","author_id":"51","created_at":"2025-08-12T03:30:00.000Z","conversation_id":"1001","public_metrics":{"like_count":3},"author":{"id":"51","username":"warga"}}"#
        + "\n"
        + #"{"id":"1002","text":"Siap, kami cek","author_id":"9","created_at":"2025-08-12T03:31:00.000Z","conversation_id":"1001","referenced_tweets":[{"type":"replied_to","id":"1001"}],"public_metrics":{"like_count":1},"author":{"id":"9","username":"dinas"}}"#
        + "\n"
        + #"{"id":"1003","text":"Makasih pak","author_id":"53","created_at":"2025-08-13T00:00:00.000Z","conversation_id":"1001","public_metrics":{"like_count":0},"author":{"id":"53","username":"ibu"}}"#
    ) { ($0.times, $0.post) = (millis, "1001") },
    SourceFixture(
      "x-v1",
      #"{"created_at":"Tue Aug 12 03:30:00 +0000 2025","id":1001,"id_str":"1001","full_text":"Jalan rusak, kapan diperbaiki?","user":{"screen_name":"warga"},"favorite_count":3,"in_reply_to_status_id_str":null}"#
        + "\n"
        + #"{"created_at":"Tue Aug 12 03:31:00 +0000 2025","id":1002,"id_str":"1002","full_text":"Siap, kami cek","user":{"screen_name":"dinas"},"favorite_count":1,"in_reply_to_status_id_str":"1001"}"#
        + "\n"
        + #"{"created_at":"Wed Aug 13 00:00:00 +0000 2025","id":1003,"id_str":"1003","full_text":"Makasih pak","user":{"screen_name":"ibu"},"favorite_count":0,"in_reply_to_status_id_str":null}"#
    ) {
      $0.times = [
        "Tue Aug 12 03:30:00 +0000 2025", "Tue Aug 12 03:31:00 +0000 2025",
        "Wed Aug 13 00:00:00 +0000 2025",
      ]
    },
    SourceFixture(
      "snscrape",
      #"{"id":1001,"rawContent":"Jalan rusak, kapan diperbaiki?","renderedContent":"x","user":{"username":"warga"},"date":"2025-08-12T03:30:00Z","likeCount":3,"conversationId":1001,"inReplyToTweetId":null}"#
        + "\n"
        + #"{"id":1002,"rawContent":"Siap, kami cek","renderedContent":"x","user":{"username":"dinas"},"date":"2025-08-12T03:31:00Z","likeCount":1,"conversationId":1001,"inReplyToTweetId":1001}"#
        + "\n"
        + #"{"id":1003,"rawContent":"Makasih pak","renderedContent":"x","user":{"username":"ibu"},"date":"2025-08-13T00:00:00Z","likeCount":0,"conversationId":1001,"inReplyToTweetId":null}"#
    ) { $0.post = "1001" },
    SourceFixture(
      "twarc-csv",
      """
      id,conversation_id,referenced_tweets.replied_to.id,author_id,created_at,text,public_metrics.like_count,author.username
      1001,1001,,51,2025-08-12T03:30:00.000Z,"Jalan rusak, kapan diperbaiki?",3,warga
      1002,1001,1001,9,2025-08-12T03:31:00.000Z,"Siap, kami cek",1,dinas
      1003,1001,,53,2025-08-13T00:00:00.000Z,Makasih pak,0,ibu

      """
    ) { ($0.times, $0.post) = (millis, "1001") },
    SourceFixture(
      "tweet-harvest",
      """
      conversation_id_str,created_at,favorite_count,full_text,id_str,image_url,in_reply_to_screen_name,lang,tweet_url,user_id_str,username
      1001,Tue Aug 12 03:30:00 +0000 2025,3,"Jalan rusak, kapan diperbaiki?",1001,,,in,https://x.com/warga/status/1001,51,warga
      1001,Tue Aug 12 03:31:00 +0000 2025,1,"Siap, kami cek",1002,,warga,in,https://x.com/dinas/status/1002,9,dinas
      1003,Wed Aug 13 00:00:00 +0000 2025,0,Makasih pak,1003,,,in,https://x.com/ibu/status/1003,53,ibu

      """
    ) {
      $0.times = [
        "Tue Aug 12 03:30:00 +0000 2025", "Tue Aug 12 03:31:00 +0000 2025",
        "Wed Aug 13 00:00:00 +0000 2025",
      ]
      $0.post = "1001 1001 1003"
    },
  ]

  private static let scrapers = [
    SourceFixture(
      "apify-instagram",
      #"[{"id":"1001","text":"Jalan rusak, kapan diperbaiki?","ownerUsername":"warga","owner":{"id":"51","full_name":"W"},"timestamp":"2025-08-12T03:30:00.000Z","likesCount":3,"repliesCount":1,"postUrl":"https://www.instagram.com/p/AB/","replies":[{"id":"1002","text":"Siap, kami cek","ownerUsername":"dinas","timestamp":"2025-08-12T03:31:00.000Z","likesCount":1,"repliesCount":null,"replies":null,"postUrl":"https://www.instagram.com/p/AB/"}]},{"id":"1003","text":"Makasih pak","ownerUsername":"ibu","timestamp":"2025-08-13T00:00:00.000Z","likesCount":0,"repliesCount":null,"replies":null,"postUrl":"https://www.instagram.com/p/AB/"}]"#
    ) { ($0.times, $0.post) = (millis, "https://www.instagram.com/p/AB/") },
    SourceFixture(
      "apify-facebook",
      #"[{"error":"no_items","errorDescription":"Empty or private data for provided input"},{"id":"1001","feedbackId":"f","text":"Jalan rusak, kapan diperbaiki?","profileName":"warga","profileId":"51","date":"2025-08-12T03:30:00.000Z","likesCount":"3","commentsCount":1,"threadingDepth":0,"facebookUrl":"https://www.facebook.com/dinas/posts/7","comments":[{"id":"1002","text":"Siap, kami cek","profileName":"dinas","date":"2025-08-12T03:31:00.000Z","likesCount":1,"threadingDepth":1,"facebookUrl":"https://www.facebook.com/dinas/posts/7"}]},{"id":"1003","text":"Makasih pak","profileName":"ibu","date":"2025-08-13T00:00:00.000Z","likesCount":"0","threadingDepth":0,"facebookUrl":"https://www.facebook.com/dinas/posts/7"}]"#
    ) {
      ($0.times, $0.post) = (millis, "https://www.facebook.com/dinas/posts/7")
      $0.rejected = 1
    },
    SourceFixture(
      "apify-tiktok",
      #"[{"cid":"1001","text":"Jalan rusak, kapan diperbaiki?","uniqueId":"warga","uid":"51","createTime":1754969400,"createTimeISO":"2025-08-12T03:30:00.000Z","diggCount":3,"repliesToId":null,"replyCommentTotal":1,"videoWebUrl":"https://www.tiktok.com/@dinas/video/7"},{"cid":"1002","text":"Siap, kami cek","uniqueId":"dinas","uid":"9","createTime":1754969460,"createTimeISO":"2025-08-12T03:31:00.000Z","diggCount":1,"repliesToId":"1001","videoWebUrl":"https://www.tiktok.com/@dinas/video/7"},{"cid":"1003","text":"Makasih pak","uniqueId":"ibu","uid":"53","createTime":1755043200,"createTimeISO":"2025-08-13T00:00:00.000Z","diggCount":0,"repliesToId":null,"replyCommentTotal":0,"videoWebUrl":"https://www.tiktok.com/@dinas/video/7"}]"#
    ) { ($0.times, $0.post) = (millis, "https://www.tiktok.com/@dinas/video/7") },
    SourceFixture(
      "apify-youtube",
      #"[{"cid":"1001","comment":"Jalan rusak, kapan diperbaiki?","author":"warga","publishedTimeText":"2 weeks ago","voteCount":3,"replyCount":1,"videoId":"vid7","pageUrl":"https://y","hasCreatorHeart":false},{"cid":"1002","comment":"Siap, kami cek","author":"dinas","publishedTimeText":"2 weeks ago","voteCount":1,"replyCount":0,"replyToCid":"1001","videoId":"vid7","pageUrl":"https://y"},{"cid":"1003","comment":"Makasih pak","author":"ibu","publishedTimeText":"13 days ago","voteCount":0,"replyCount":0,"videoId":"vid7","pageUrl":"https://y"}]"#
    ) { ($0.times, $0.post) = (["2 weeks ago", "2 weeks ago", "13 days ago"], "vid7") },
    SourceFixture(
      "instaloader",
      #"[{"id":1001,"created_at":1754969400,"text":"Jalan rusak, kapan diperbaiki?","owner":{"id":"51","username":"warga","profile_pic_url":"x"},"likes_count":3,"answers":[{"id":1002,"created_at":1754969460,"text":"Siap, kami cek","owner":{"id":"9","username":"dinas"},"likes_count":1}]},{"id":1003,"created_at":1755043200,"text":"Makasih pak","owner":{"id":"53","username":"ibu"},"likes_count":0,"answers":[]}]"#
    ) { $0.times = unix },
    SourceFixture(
      "instagrapi",
      #"[{"pk":"1001","text":"Jalan rusak, kapan diperbaiki?","user":{"pk":"51","username":"warga"},"created_at_utc":"2025-08-12T03:30:00Z","content_type":"comment","status":"Active","like_count":3},{"pk":"1002","text":"Siap, kami cek","user":{"pk":"9","username":"dinas"},"created_at_utc":"2025-08-12T03:31:00Z","like_count":1,"replied_to_comment_id":"1001"},{"pk":"1003","text":"Makasih pak","user":{"pk":"53","username":"ibu"},"created_at_utc":"2025-08-13T00:00:00Z","like_count":0}]"#
    ),
    SourceFixture(
      "facebook-scraper",
      #"[{"post_id":"777","text":"Rapat hari ini","user_id":"9","username":"Dinas PUPR","comments":5,"comments_full":[{"comment_id":"1001","comment_text":"Jalan rusak, kapan diperbaiki?","commenter_name":"warga","commenter_id":"51","comment_time":"2025-08-12 10:30:00","comment_reaction_count":3,"replies":[{"comment_id":"1002","comment_text":"Siap, kami cek","commenter_name":"dinas","commenter_id":"9","comment_time":"2025-08-12 10:31:00","comment_reaction_count":1}]},{"comment_id":"1003","comment_text":"Makasih pak","commenter_name":"ibu","commenter_id":"53","comment_time":"2025-08-13 07:00:00","comment_reaction_count":0}]}]"#
    ) {
      $0.times = ["2025-08-12 10:30:00", "2025-08-12 10:31:00", "2025-08-13 07:00:00"]
      $0.post = "777"
    },
  ]

  private static let tables = [
    SourceFixture(
      "youtube-data-tools",
      """
      id\treplyCount\tlikeCount\tpublishedAt\tauthorName\ttext\tauthorChannelId\tauthorChannelUrl\tisReply\tisReplyTo\tisReplyToName
      1001\t1\t3\t2025-08-12T03:30:00Z\twarga\tJalan rusak, kapan diperbaiki?\tUC51\thttp://y\t0\t\t
      1002\t\t1\t2025-08-12T03:31:00Z\tdinas\tSiap, kami cek\tUC9\thttp://y\t1\t1001\twarga
      1003\t0\t0\t2025-08-13T00:00:00Z\tibu\tMakasih pak\tUC53\thttp://y\t0\t\t

      """),
    SourceFixture(
      "exportcomments",
      "\u{FEFF}"
        + """
        ,,Name,Username,"Profile ID",Date,Likes,Comment,"User Verified",Thumbnail,"Comment ID","Profile URL","Comment URL"
        1,,warga,,51,"2025-08-12 10:30:00",3,"Jalan rusak, kapan diperbaiki?",no,,1001,https://i/warga,https://www.instagram.com/p/AB/c/1001
        1,1-1,dinas,,9,"2025-08-12 10:31:00",1,"Siap, kami cek",no,,1002,https://i/dinas,https://www.instagram.com/p/AB/c/1002
        2,,ibu,,53,"2025-08-13 07:00:00",0,Makasih pak,no,,1003,https://i/ibu,https://www.instagram.com/p/AB/c/1003

        """
    ) {
      $0.times = ["2025-08-12 10:30:00", "2025-08-12 10:31:00", "2025-08-13 07:00:00"]
      $0.post = "https://www.instagram.com/p/AB"
    },
    SourceFixture(
      "exportcomments-youtube",
      """
      Exported by ExportComments.com
      ,,Name,id,Date,Likes,isHearted,isPinned,Comment
      1,,warga,1001,12/08/25 10:30:00,3,no,no,"Jalan rusak, kapan diperbaiki?"
      2,,dinas,1002,12/08/25 10:31:00,1,no,no,"Siap, kami cek"
      3,,ibu,1003,13/08/25 07:00:00,0,yes,no,Makasih pak

      """
    ) {
      $0.times = ["12/08/25 10:30:00", "12/08/25 10:31:00", "13/08/25 07:00:00"]
      $0.hasParent = false
    },
    SourceFixture(
      "fixmystreet",
      """
      Report ID,Title,Detail,User Name,Category,Created,Confirmed,Status,Report URL
      1001,"Jalan rusak","kapan diperbaiki?",warga,Jalan,2025-08-12T03:30:00Z,,open,https://f/1001
      1002,,"Siap, kami cek",dinas,Jalan,2025-08-12T03:31:00Z,,open,https://f/1002
      1003,Makasih pak,,ibu,Jalan,2025-08-13T00:00:00Z,,closed,https://f/1003

      """
    ) {
      ($0.likes, $0.hasParent) = ([nil, nil, nil], false)
      $0.texts[0] = "Jalan rusak. kapan diperbaiki?"
      $0.post = "https://f/1001 https://f/1002 https://f/1003"
    },
    SourceFixture(
      "fixmystreet-updates",
      """
      Report ID,Update ID,Date,Status,Problem state,Text,User Name
      7,1001,2025-08-12T03:30:00Z,confirmed,open,"Jalan rusak, kapan diperbaiki?",warga
      1001,1002,2025-08-12T03:31:00Z,confirmed,open,"Siap, kami cek",dinas
      7,1003,2025-08-13T00:00:00Z,confirmed,fixed,Makasih pak,ibu

      """
    ) { $0.likes = [nil, nil, nil] },
    SourceFixture("meltwater", "") {
      let text =
        "Date\tHeadline\tURL\tHit Sentence\tInfluencer\tDocument ID\n"
        + "12-Aug-2025 10:30\tx\thttps://a\tJalan rusak, kapan diperbaiki?\twarga\t1001\n"
        + "12-Aug-2025 10:31\tx\thttps://a\tSiap, kami cek\tdinas\t1002\n"
        + "13-Aug-2025 07:00\tx\thttps://a\tMakasih pak\tibu\t1003\n"
      $0.bytes = ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      $0.times = ["12-Aug-2025 10:30", "12-Aug-2025 10:31", "13-Aug-2025 07:00"]
      ($0.likes, $0.hasParent, $0.post) = ([nil, nil, nil], false, "https://a")
    },
    SourceFixture(
      "lapor",
      """
      Tracking ID;Judul;Isi Laporan;Tanggal;Instansi;Kategori;Status
      1001;;Jalan rusak, kapan diperbaiki?;12 Agustus 2025;Dinas PUPR;Jalan;selesai
      1002;;Siap, kami cek;12 Agustus 2025;Dinas PUPR;Jalan;selesai
      1003;;Makasih pak;13 Agustus 2025;Dinas PUPR;Jalan;selesai

      """
    ) {
      $0.times = ["12 Agustus 2025", "12 Agustus 2025", "13 Agustus 2025"]
      ($0.likes, $0.hasParent, $0.authors) = ([nil, nil, nil], false, [nil, nil, nil])
    },
  ]
}

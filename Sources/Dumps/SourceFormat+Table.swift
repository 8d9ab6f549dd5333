// The names are those of the sources' own documents and files (FORMATS.md); the table in the README is made from this
// one. A row stands before those whose signature it would fit too.
extension SourceFormat {
  /// All formats, the most particular first.
  package static let all: [SourceFormat] = jsonFormats + tableFormats

  private static let dot = UInt8(ascii: ".")
  private static let underscore = UInt8(ascii: "_")

  private static let jsonFormats: [SourceFormat] = [
    SourceFormat(
      id: "instagram-webhook", name: "Instagram webhook", platform: "instagram", carrier: .json,
      signatures: [["field", "text", "media.id"]],
      columns: [
        .createdAt: ["created_at"], .author: ["from.username"], .post: ["media.id"],
        .parent: ["parent_id"],
      ],
      quirks: Quirks()),
    SourceFormat(
      id: "youtube-api", name: "YouTube Data API", platform: "youtube", carrier: .json,
      signatures: [["authorDisplayName", "publishedAt"]],
      columns: [
        .text: ["textOriginal", "textDisplay"], .createdAt: ["publishedAt"],
        .author: ["authorDisplayName"], .likes: ["likeCount"], .post: ["videoId"],
        .parent: ["parentId"],
      ],
      quirks: Quirks(
        owner: .equal("authorChannelId.value", "channelId"), replyCounts: ["totalReplyCount"])),
    SourceFormat(
      id: "apify-youtube", name: "Apify streamers/youtube-comments-scraper", platform: "youtube",
      carrier: .json,
      signatures: [["comment", "publishedTimeText"], ["comment", "voteCount", "cid"]],
      columns: [
        .id: ["cid"], .text: ["comment"], .createdAt: ["publishedTimeText"], .author: ["author"],
        .likes: ["voteCount"], .post: ["videoId", "pageUrl"], .parent: ["replyToCid"],
      ],
      quirks: Quirks(estimatesTimes: true, replyCounts: ["replyCount"])),
    SourceFormat(
      id: "youtube-comment-downloader", name: "youtube-comment-downloader", platform: "youtube",
      carrier: .json, signatures: [["cid", "text", "time", "channel"], ["cid", "text", "votes"]],
      columns: [
        .id: ["cid"], .text: ["text"], .createdAt: ["time_parsed", "time"], .author: ["author"],
        .likes: ["votes"],
      ],
      quirks: Quirks(parentEndsAt: dot, estimatesTimes: true, replyCounts: ["replies"])),
    SourceFormat(
      id: "apify-tiktok", name: "Apify clockworks/tiktok-comments-scraper", platform: "tiktok",
      carrier: .json,
      signatures: [["text", "uniqueId", "createTimeISO"], ["text", "uniqueId", "createTime"]],
      columns: [
        .id: ["cid", "id"], .text: ["text"], .createdAt: ["createTimeISO", "createTime"],
        .author: ["uniqueId"], .likes: ["diggCount"], .post: ["videoWebUrl", "submittedVideoUrl"],
        .parent: ["repliesToId"],
      ],
      quirks: Quirks(replyCounts: ["replyCommentTotal"])),
    SourceFormat(
      id: "tiktok", name: "TikTok web and app", platform: "tiktok", carrier: .json,
      signatures: [["cid", "text", "create_time"]],
      columns: [
        .id: ["cid"], .text: ["text"], .createdAt: ["create_time"],
        .author: ["user.unique_id", "user.nickname"], .likes: ["digg_count"], .post: ["aweme_id"],
        .parent: ["reply_id"],
      ],
      quirks: Quirks(replyCounts: ["reply_comment_total"])),
    SourceFormat(
      id: "tiktok-research", name: "TikTok Research API", platform: "tiktok", carrier: .json,
      signatures: [["id", "text", "create_time"]],
      columns: [
        .text: ["text"], .createdAt: ["create_time"], .likes: ["like_count"], .post: ["video_id"],
        .parent: ["parent_comment_id"],
      ],
      quirks: Quirks(parentMayBePost: true, replyCounts: ["reply_count"])),
    SourceFormat(
      id: "apify-instagram", name: "Apify apify/instagram-comment-scraper", platform: "instagram",
      carrier: .json, signatures: [["text", "ownerUsername"]],
      columns: [
        .text: ["text"], .createdAt: ["timestamp"], .author: ["ownerUsername"],
        .likes: ["likesCount"], .post: ["postUrl", "post", "postId"],
      ],
      quirks: Quirks(replyCounts: ["repliesCount"])),
    SourceFormat(
      id: "apify-facebook", name: "Apify apify/facebook-comments-scraper", platform: "facebook",
      carrier: .json, signatures: [["text", "profileName"], ["text", "facebookUrl", "date"]],
      columns: [
        .text: ["text"], .createdAt: ["date"], .author: ["profileName"], .likes: ["likesCount"],
        .post: ["facebookUrl", "inputUrl"],
      ],
      quirks: Quirks(replyCounts: ["commentsCount"])),
    SourceFormat(
      id: "facebook-scraper", name: "facebook-scraper", platform: "facebook", carrier: .json,
      signatures: [["comment_id", "comment_text"]],
      columns: [
        .id: ["comment_id"], .text: ["comment_text"], .createdAt: ["comment_time"],
        .author: ["commenter_name"], .likes: ["comment_reaction_count"],
        .post: ["post", "post_id"],
      ],
      quirks: Quirks(attachments: ["comment_image"])),
    SourceFormat(
      id: "facebook-graph", name: "Facebook Graph API", platform: "facebook", carrier: .json,
      signatures: [["message", "created_time"]],
      columns: [
        .text: ["message"], .createdAt: ["created_time"], .author: ["from.name"],
        .likes: ["like_count"], .parent: ["parent.id"], .post: ["object.id"],
      ],
      quirks: Quirks(
        postEndsInID: underscore, replyCounts: ["comment_count"],
        attachments: ["attachment.type", "attachment.url"])),
    SourceFormat(
      id: "instaloader", name: "instaloader", platform: "instagram", carrier: .json,
      signatures: [
        ["text", "created_at", "likes_count"], ["text", "created_at", "owner.username"],
      ],
      columns: [
        .text: ["text"], .createdAt: ["created_at"], .author: ["owner.username"],
        .likes: ["likes_count"],
      ]),
    SourceFormat(
      id: "instagrapi", name: "instagrapi", platform: "instagram", carrier: .json,
      signatures: [["pk", "text", "created_at_utc"]],
      columns: [
        .id: ["pk"], .text: ["text"], .createdAt: ["created_at_utc"], .author: ["user.username"],
        .likes: ["like_count"], .parent: ["replied_to_comment_id"],
      ]),
    SourceFormat(
      id: "x-v1", name: "X API v1.1, twarc1", platform: "x", carrier: .json,
      signatures: [
        ["id_str", "created_at", "full_text"], ["id_str", "created_at", "user.screen_name"],
      ],
      columns: [
        .id: ["id_str"], .text: ["full_text", "text"], .createdAt: ["created_at"],
        .author: ["user.screen_name"], .likes: ["favorite_count"],
        .parent: ["in_reply_to_status_id_str"],
      ]),
    SourceFormat(
      id: "snscrape", name: "snscrape", platform: "x", carrier: .json,
      signatures: [["rawContent", "date"], ["content", "date", "user.username"]],
      columns: [
        .text: ["rawContent", "content"], .createdAt: ["date"], .author: ["user.username"],
        .likes: ["likeCount"], .parent: ["inReplyToTweetId"], .post: ["conversationId"],
      ]),
    SourceFormat(
      id: "x-v2", name: "X API v2, twarc2 pages and flattened", platform: "x", carrier: .json,
      signatures: [["id", "text", "author_id", "created_at"]],
      columns: [
        .text: ["text"], .createdAt: ["created_at"], .author: ["author.username", "author_id"],
        .likes: ["public_metrics.like_count"], .parent: ["parent"], .post: ["conversation_id"],
      ]),
    SourceFormat(
      id: "yt-dlp", name: "yt-dlp --write-comments", platform: nil, carrier: .json,
      signatures: [["text", "timestamp", "author", "author_id"]],
      columns: [
        .text: ["text", "html"], .createdAt: ["timestamp"], .author: ["author"],
        .likes: ["like_count"], .parent: ["parent"], .post: ["video_id"],
      ],
      quirks: Quirks(owner: .marked("author_is_uploader"), estimatesTimes: true)),
    SourceFormat(
      id: "instagram-graph", name: "Instagram Graph API", platform: "instagram", carrier: .json,
      signatures: [
        ["text", "timestamp", "username"], ["text", "timestamp", "from.username"],
        ["text", "timestamp", "media.id"], ["text", "timestamp", "legacy_instagram_comment_id"],
      ],
      columns: [
        .text: ["text"], .createdAt: ["timestamp"], .author: ["username", "from.username", "user"],
        .likes: ["like_count"], .parent: ["parent_id"], .post: ["media.id"],
      ]),
  ]

  private static let tableFormats: [SourceFormat] = [
    SourceFormat(
      id: "youtube-data-tools", name: "YouTube Data Tools", platform: "youtube", carrier: .table,
      signatures: [["text", "authorName", "publishedAt", "isReply"]],
      columns: [
        .text: ["text"], .createdAt: ["publishedAt"], .author: ["authorName"],
        .likes: ["likeCount"], .parent: ["isReplyTo"],
      ],
      quirks: Quirks(replyCounts: ["replyCount"])),
    SourceFormat(
      id: "twarc-csv", name: "twarc-csv", platform: "x", carrier: .table,
      signatures: [["text", "author_id", "created_at", "public_metrics.like_count"]],
      columns: [
        .text: ["text"], .createdAt: ["created_at"], .author: ["author.username", "author_id"],
        .likes: ["public_metrics.like_count"], .parent: ["referenced_tweets.replied_to.id"],
        .post: ["conversation_id"],
      ]),
    SourceFormat(
      id: "tweet-harvest", name: "tweet-harvest", platform: "x", carrier: .table,
      signatures: [["id_str", "full_text", "created_at"]],
      columns: [
        .id: ["id_str"], .text: ["full_text"], .createdAt: ["created_at"],
        .author: ["username", "user_id_str"], .likes: ["favorite_count"],
        .post: ["conversation_id_str"],
      ],
      quirks: Quirks(conversation: "conversation_id_str")),
    SourceFormat(
      id: "exportcomments-youtube", name: "ExportComments, YouTube", platform: "youtube",
      carrier: .table,
      signatures: [
        ["Comment", "Name", "Date", "isHearted"], ["Comment", "Name", "Date", "isPinned"],
      ],
      columns: [
        .text: ["Comment"], .createdAt: ["Date"], .author: ["Name"], .likes: ["Likes"],
      ],
      quirks: Quirks(isDayFirst: true)),
    SourceFormat(
      id: "exportcomments", name: "ExportComments, Instagram and others", platform: nil,
      carrier: .table, signatures: [["Comment", "Comment ID", "Name", "Date"]],
      columns: [
        .id: ["Comment ID"], .text: ["Comment"], .createdAt: ["Date"], .author: ["Name"],
        .likes: ["Likes"], .post: ["Comment URL"],
      ],
      quirks: Quirks(numbersReplies: true, postEndsAt: "/c/")),
    SourceFormat(
      id: "fixmystreet-updates", name: "FixMyStreet updates", platform: "fixmystreet",
      carrier: .table, signatures: [["Update ID", "Text"]],
      columns: [
        .id: ["Update ID"], .text: ["Text"], .createdAt: ["Date", "Created", "Confirmed"],
        .author: ["User Name"], .parent: ["Report ID"],
      ]),
    SourceFormat(
      id: "fixmystreet", name: "FixMyStreet dashboard", platform: "fixmystreet", carrier: .table,
      signatures: [["Report ID", "Title", "Detail"]],
      columns: [
        .id: ["Report ID"], .text: ["Detail"], .createdAt: ["Created", "Confirmed"],
        .author: ["User Name"], .post: ["Report URL"],
      ],
      quirks: Quirks(heading: "Title")),
    SourceFormat(
      id: "meltwater", name: "Meltwater (UTF-16 TSV named .csv)", platform: nil, carrier: .table,
      signatures: [["Hit Sentence"], ["Opening Text", "Date"]],
      columns: [
        .id: ["Document ID"], .text: ["Hit Sentence", "Opening Text"], .createdAt: ["Date"],
        .author: ["Influencer"], .post: ["URL"],
      ]),
    SourceFormat(
      id: "lapor", name: "SP4N-LAPOR! (tables kept by hand)", platform: "lapor", carrier: .table,
      signatures: [["Isi Laporan"]],
      columns: [
        .id: ["Tracking ID", "ID Laporan", "Nomor Laporan"], .text: ["Isi Laporan"],
        .createdAt: ["Tanggal", "Tanggal Laporan"], .official: ["Instansi"], .author: ["Pelapor"],
      ],
      quirks: Quirks(heading: "Judul")),
  ]

  /// The table of the README, as Markdown.
  package static var markdown: String {
    var text = "| source | as | id | text | author | time | likes | parent | post |\n"
    text += "|---|---|---|---|---|---|---|---|---|\n"
    for format in all {
      func cell(_ column: Column) -> String {
        let names = format.columns[column] ?? (column == .id ? ["id"] : [])
        let quirks = format.quirks
        let derived: String? =
          switch column {
          case .parent where quirks.parentEndsAt != nil: "from the id"
          case .parent where quirks.numbersReplies: "from the row's number"
          case .parent: quirks.conversation.map { "`\($0)`" }
          case .post where quirks.postEndsInID != nil: "from the id"
          case .text: quirks.heading.map { "`\($0)` +" }
          default: nil
          }
        let named = names.map { "`\($0)`" }.joined(separator: " ")
        let words = column == .text ? [derived, named] : [named, derived]
        return words.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
      }
      let cells = [Column.id, .text, .author, .createdAt, .likes, .parent, .post].map(cell)
      text += "| \(format.name) | \(format.carrier.rawValue) | "
      text += cells.joined(separator: " | ") + " |\n"
    }
    return text
  }
}

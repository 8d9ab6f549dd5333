// The names come from the documents and files of the sources themselves (see the table of dump formats in the
// README); their order is the order of preference. They are written folded: see `Column.fold`.

extension Column {
  /// The header as it is compared: lower case, without the space around it and without `_`, `-` and spaces
  /// within, so that `created_at`, `Created At` and `createdAt` are one name.
  ///
  ///     Column.fold(" Created_At")  // "createdat"
  static func fold(_ name: String) -> String {
    var folded = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "_", "-", " ", "\t", "\r", "\n", "\u{FEFF}", "\u{A0}": continue
      case "A"..."Z": folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      default: folded.unicodeScalars.append(scalar)
      }
    }
    return folded
  }

  /// Its own name, folded.
  var canonical: String { Self.fold(rawValue) }

  /// The other names it goes by, folded, the most telling first.
  var synonyms: [String] {
    switch self {
    case .id:
      ["commentid", "idstr", "cid", "pk", "idkomentar", "tweetid"]
    case .text:
      [
        "comment", "komentar", "isikomentar", "isi", "commenttext", "fulltext", "textoriginal",
        "rawcontent", "message", "content", "body", "pesan", "teks", "ulasan", "isilaporan",
        "tweet",
        "textdisplay", "caption",
      ]
    case .createdAt:
      [
        "publishedat", "createdtime", "createtimeiso", "createdatutc", "timestamp", "created",
        "date",
        "timeparsed", "tanggal", "datetime", "time", "waktu", "commenttime", "createtime",
      ]
    case .official: ["account", "akun", "pejabat", "instansi"]
    case .author:
      [
        "username", "author.username", "user.username", "owner.username", "from.username",
        "user.uniqueid", "user.screenname", "ownerusername", "screenname", "user", "authorname",
        "authordisplayname", "uniqueid", "profilename", "commentername", "pengguna", "name", "nama",
        "from.name", "authorid", "authorchannelid.value",
      ]
    case .post:
      [
        "postid", "posturl", "videoid", "mediaid", "media", "conversationid", "conversationidstr",
        "videoweburl", "awemeid", "media.id", "facebookurl", "pageurl", "tweeturl", "url",
      ]
    case .parent:
      [
        "parentid", "parent.id", "parentcommentid", "replyto", "replyid", "repliedtocommentid",
        "inreplyto", "inreplytostatusidstr",
        "inreplytotweetid", "repliestoid", "replytocid", "isreplyto",
        "referencedtweets.repliedto.id",
      ]
    case .likes:
      [
        "likecount", "likescount", "suka", "favoritecount", "diggcount", "votecount", "votes",
        "publicmetrics.likecount", "commentreactioncount",
      ]
    case .platform: ["source", "sumber"]
    }
  }
}
